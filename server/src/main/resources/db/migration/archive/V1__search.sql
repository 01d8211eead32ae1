-- What search finds. The words here are derived from the messages: an erasure removes the rows.
create schema archive;
create extension if not exists unaccent schema public;

create text search configuration archive.french (copy = pg_catalog.french);
alter text search configuration archive.french
    alter mapping for hword, hword_part, word with public.unaccent, french_stem;

create text search configuration archive.english (copy = pg_catalog.english);
alter text search configuration archive.english
    alter mapping for hword, hword_part, word with public.unaccent, english_stem;

-- every language as it stands, without accents: names, and languages that have no stemmer
create text search configuration archive.plain (copy = pg_catalog.simple);
alter text search configuration archive.plain
    alter mapping for hword, hword_part, word with public.unaccent, simple;

create table archive.document (
    position     bigint      not null primary key,
    event        uuid        not null,
    message      uuid        not null,
    organisation uuid        not null,
    visibility   smallint    not null,
    channel      uuid        not null,
    kind         smallint    not null,
    happened_at  timestamptz not null,
    words        tsvector    not null,
    author       tsvector    not null
);
create index document_message on archive.document (message);
create index document_event on archive.document (event);
create index document_words on archive.document using gin (words, author);
