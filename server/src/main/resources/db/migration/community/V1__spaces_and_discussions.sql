-- Who may read where, and what belongs together. What was written stands in the log alone; its
-- channel there is the space's id.
create schema community;

create table community.space (
    id           uuid        not null primary key,
    slug         text        not null unique,
    name         text        not null,
    purpose      text        not null,
    rules        text        not null,
    subject      text        not null check (subject in ('CONDITION', 'PLACE', 'PROFESSION', 'ORGANISATION')),
    openness     text        not null check (openness in ('OPEN', 'MEMBERS', 'PROFESSIONALS')),
    cases        boolean     not null check (not cases or openness <> 'MEMBERS'),
    organisation uuid,
    language     text        not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz
);

create table community.membership (
    space    uuid        not null,
    account  uuid        not null,
    standing text        not null check (standing in ('ASKED', 'MEMBER', 'MODERATOR', 'EXCLUDED')),
    since    timestamptz not null,
    primary key (space, account)
);
create index membership_account on community.membership (account);

-- Where a contribution stands among others. `closed` is that only those inside the space see it.
-- Behind an alias there is no account here.
create table community.contribution (
    id         uuid        not null primary key,
    message    uuid        not null unique,
    space      uuid        not null,
    discussion uuid        not null,
    parent     uuid,
    author     uuid,
    closed     boolean     not null,
    at         timestamptz not null,
    hidden_at  timestamptz,
    deleted_at timestamptz
);
create index contribution_discussion on community.contribution (discussion, id);
create index contribution_space on community.contribution (space, id);
create index contribution_author on community.contribution (author, id) where author is not null;

create table community.discussion (
    id          uuid        not null primary key,
    space       uuid        not null,
    kind        text        not null check (kind in ('QUESTION', 'TALK', 'CASE')),
    closed      boolean     not null,
    opened_at   timestamptz not null,
    last_at     timestamptz not null,
    answers     int         not null,
    gone_at     timestamptz
);
create index discussion_space on community.discussion (space, last_at desc, id) where gone_at is null;
create index discussion_kind on community.discussion (kind, last_at desc, id) where gone_at is null;
