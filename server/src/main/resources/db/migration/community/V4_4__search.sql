-- By which words public contributions are found. Without places, so that no sentence can be read
-- out of them. What was said in closed spaces is never here.
create table community.found (
    contribution uuid     not null primary key,
    words        tsvector not null,
    author       tsvector not null
);
create index found_words on community.found using gin (words);
create index found_author on community.found using gin (author);
