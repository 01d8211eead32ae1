-- What readers add to contributions: never told with their names. Whether they were verified health
-- professionals is kept as it was when they did so.
create table community.reaction (
    contribution uuid    not null,
    account      uuid    not null,
    kind         text    not null check (kind in ('SUPPORT', 'THANKS', 'HELPFUL')),
    professional boolean not null,
    primary key (contribution, account, kind)
);
create index reaction_account on community.reaction (account);

-- The answer that whoever asked found to be the one.
create table community.accepted (
    discussion   uuid        not null primary key,
    contribution uuid        not null,
    at           timestamptz not null
);

-- What was answered by somebody who was a verified health professional at that moment.
create table community.professional_answer (
    contribution uuid not null primary key,
    discussion   uuid not null
);
create index professional_answer_discussion on community.professional_answer (discussion);

-- A question that another one asked before.
create table community.duplicate (
    discussion uuid        not null primary key,
    original   uuid        not null,
    at         timestamptz not null
);
create index duplicate_original on community.duplicate (original);

-- Hashtags, and the stems of the words of questions' titles: made of the log, and forgotten with it.
create table community.tag (
    tag          text not null,
    contribution uuid not null,
    primary key (tag, contribution)
);
create index tag_contribution on community.tag (contribution);

create table community.title_words (
    discussion uuid   not null primary key,
    words      text[] not null
);
create index title_words_words on community.title_words using gin (words);

-- One vote a person; the choices themselves stand in the log.
create table community.vote (
    discussion uuid     not null,
    account    uuid     not null,
    choice     smallint not null,
    primary key (discussion, account)
);
create index vote_account on community.vote (account);

create index discussion_waiting on community.discussion (opened_at, id) where gone_at is null and kind = 'QUESTION';
