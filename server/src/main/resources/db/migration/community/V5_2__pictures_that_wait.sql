-- The hashes of pictures that wait with words, so that their bytes are kept.
alter table community.held add pictures text[] not null default '{}';
