-- The message whose words it would change, one of which waits at most; none for what is new. Under
-- which alias it was written, so that it goes with that.
alter table community.held
    add changes uuid,
    add alias   uuid references community.alias on delete cascade;
create index held_changes on community.held (changes) where changes is not null;
create index held_alias on community.held (alias) where alias is not null;
