-- Each attachment is sealed by a key of its own, which is sealed beside it: whoever erases the row
-- destroys both. Without a key it was kept in the clear by an earlier version; the daily sweep seals it.
alter table message.blob add column key bytea;
create index blob_in_the_clear on message.blob (hash) where key is null;
