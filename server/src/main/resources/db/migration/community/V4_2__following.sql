-- What somebody follows. `target` is the id of a discussion, a space or a person.
create table community.follow (
    account uuid        not null,
    kind    text        not null check (kind in ('DISCUSSION', 'SPACE', 'PERSON', 'TAG')),
    target  uuid,
    tag     text,
    since   timestamptz not null,
    check ((kind = 'TAG') = (target is null) and (target is null) = (tag is not null))
);
create unique index follow_once on community.follow (account, kind, target, tag) nulls not distinct;
create index follow_target on community.follow (target, kind) where target is not null;

-- What somebody is to be told of. There are no words here: whoever may still see what a notice is
-- about is asked when it is shown.
create table community.notice (
    id           uuid        not null primary key,
    account      uuid        not null,
    reason       text        not null check (reason in ('ANSWER', 'DISCUSSION', 'SPACE', 'PERSON')),
    contribution uuid        not null,
    space        uuid        not null,
    closed       boolean     not null,
    at           timestamptz not null,
    seen_at      timestamptz,
    unique (account, contribution)
);
create index notice_account on community.notice (account, id desc);
create index notice_unseen on community.notice (account) where seen_at is null;
create index notice_contribution on community.notice (contribution);

-- How somebody is told; who has no row is told on the page alone.
create table community.notice_setting (
    account     uuid        not null primary key,
    digest      text        not null check (digest in ('NONE', 'DAILY', 'WEEKLY')),
    quiet_from  int         not null check (quiet_from between 0 and 23),
    quiet_until int         not null check (quiet_until between 0 and 23),
    zone        text        not null,
    due_at      timestamptz
);
create index notice_setting_due on community.notice_setting (due_at) where due_at is not null;

-- In one space otherwise than answers alone.
create table community.space_setting (
    account uuid not null,
    space   uuid not null,
    level   text not null check (level in ('ALL', 'NONE')),
    primary key (account, space)
);
create index space_setting_space on community.space_setting (space, level);
