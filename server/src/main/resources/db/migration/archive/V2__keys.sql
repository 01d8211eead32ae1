-- What queries of the rules' language are looked up by: see org.lisolo.screening.IndexKeys. The
-- index is made anew from the log by a follower of a new name.
truncate archive.document;
alter table archive.document add column keys tsvector not null;
create index document_keys on archive.document using gin (keys);
