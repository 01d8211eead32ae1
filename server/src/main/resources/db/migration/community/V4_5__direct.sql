-- Words between two people. They never come into the log, no index and no archive; each message is
-- sealed for its pair and row.
create table community.pair (
    id        uuid        not null primary key,
    one       uuid        not null,
    other     uuid        not null,
    opened_by uuid        not null,
    opened_at timestamptz not null,
    last_at   timestamptz not null,
    check (one < other),
    unique (one, other)
);
create index pair_one on community.pair (one, last_at desc);
create index pair_other on community.pair (other, last_at desc);
create index pair_opened on community.pair (opened_by, opened_at);

create table community.direct (
    id      uuid        not null primary key,
    pair    uuid        not null references community.pair on delete cascade,
    sender  uuid        not null,
    words   bytea       not null,
    at      timestamptz not null,
    read_at timestamptz
);
create index direct_pair on community.direct (pair, id desc);
create index direct_unread on community.direct (pair, sender) where read_at is null;

-- Who wants none; everybody else takes them from those whom they answered.
create table community.direct_setting (
    account uuid not null primary key,
    allowed text not null check (allowed in ('NOBODY'))
);

-- What one of the two reported: that message alone, as a copy that its writer can't delete. It
-- goes thirty days after it was settled.
create table community.direct_report (
    id         uuid        not null primary key,
    message    uuid        not null unique,
    reporter   uuid        not null,
    sender     uuid        not null,
    words      bytea       not null,
    at         timestamptz not null,
    settled_at timestamptz
);

-- Who may write to nobody any more.
create table community.direct_barred (
    account uuid        not null primary key,
    since   timestamptz not null
);
