-- Somebody is worried about a person; people on call take it up by a clock.
create table community.on_call (
    space   uuid not null references community.space on delete cascade,
    account uuid not null,
    primary key (space, account)
);
create index on_call_account on community.on_call (account);

create table community.worry (
    id           uuid        not null primary key,
    space        uuid        not null,
    contribution uuid        not null,
    raised_by    uuid        not null,
    words        bytea       not null,
    at           timestamptz not null,
    due_at       timestamptz not null,
    escalated_at timestamptz,
    taken_by     uuid,
    taken_at     timestamptz,
    closed_at    timestamptz,
    note         bytea,
    unique (contribution, raised_by)
);
create index worry_open on community.worry (due_at) where closed_at is null;
