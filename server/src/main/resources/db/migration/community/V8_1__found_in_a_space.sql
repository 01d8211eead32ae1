-- The space beside the words, so that what was said in one is found without looking elsewhere.
drop index community.found_words;
drop index community.found_author;
alter table community.found add column space uuid;
update community.found f set space = c.space
  from community.contribution c where c.id = f.contribution;
delete from community.found where space is null;
alter table community.found alter column space set not null;
create index found_words on community.found using gin (words);
create index found_author on community.found using gin (author);
create index found_space on community.found (space, contribution);
