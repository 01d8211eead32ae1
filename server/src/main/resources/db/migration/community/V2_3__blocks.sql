-- Who wants nothing more to do with whom.
create table community.block (
    blocker uuid        not null,
    blocked uuid        not null check (blocked <> blocker),
    at      timestamptz not null,
    primary key (blocker, blocked)
);
create index block_blocked on community.block (blocked);
