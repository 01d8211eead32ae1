-- The search index was once followed as archive.index; nobody reads that cursor any more. It is made
-- anew by archive.documents, now with the languages that the letters of the words tell.
delete from message.cursor where follower in ('archive.index', 'archive.documents');
delete from message.skipped where follower in ('archive.index', 'archive.documents');
