-- How large the pictures of contributions are; their bytes and what they show stand in the log.
create table community.picture (
    contribution uuid not null,
    hash         text not null,
    width        int  not null,
    height       int  not null,
    bytes        int  not null,
    primary key (contribution, hash)
);

-- Pictures of cases that their author has not looked through yet; nobody else sees them. They are
-- gone after a day.
create table community.waiting_picture (
    contribution uuid        not null,
    hash         text        not null,
    width        int         not null,
    height       int         not null,
    bytes        int         not null,
    kept_at      timestamptz not null,
    primary key (contribution, hash)
);

-- Which clinicians have read a case.
create table community.seen (
    discussion uuid        not null,
    account    uuid        not null,
    at         timestamptz not null,
    primary key (discussion, account)
);
create index seen_account on community.seen (account);
