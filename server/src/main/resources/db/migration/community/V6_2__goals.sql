-- What somebody proposes to themselves, and how each day or week went: what it is and what they say
-- of it is sealed.
create table community.goal (
    id         uuid        not null primary key,
    account    uuid        not null,
    words      bytea       not null,
    rhythm     text        not null check (rhythm in ('DAY', 'WEEK')),
    begins     date        not null,
    discussion uuid,
    at         timestamptz not null
);
create index goal_account on community.goal (account, id desc);

create table community.check_in (
    id    uuid  not null primary key,
    goal  uuid  not null references community.goal on delete cascade,
    day   date  not null,
    words bytea not null,
    unique (goal, day)
);
