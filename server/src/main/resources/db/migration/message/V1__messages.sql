-- The event log of messages. What was said stands in `content` alone, so that one deletion there
-- forgets it; `event` keeps the structure in ids that say nothing.
create schema message;

create table message.event (
    id           uuid        not null primary key,
    fingerprint  uuid        not null unique,
    message      uuid        not null,
    parent       uuid,
    root         uuid,
    kind         smallint    not null,
    channel      uuid        not null,
    organisation uuid        not null,
    visibility   smallint    not null,
    happened_at  timestamptz not null,
    received_at  timestamptz not null
);
create index event_message on message.event (message);
create index event_parent on message.event (parent) where parent is not null;
create index event_root on message.event (root) where root is not null;

create table message.content (
    event         uuid  not null primary key,
    salt          bytea not null,
    network_id    text  not null,
    author_id     text  not null,
    author_handle text,
    author_name   text,
    language      text,
    in_reply_to   text,
    root          text,
    shares        text,
    title         text,
    text          text  not null,
    html          text,
    -- JSON as it was written, for its bytes are part of what the log commits to
    attachments   text  not null,
    payload_type  text  not null,
    payload       bytea not null
);

create table message.blob (
    hash    bytea       not null primary key,
    bytes   bytea       not null,
    kept_at timestamptz not null
);
-- pictures and films are compressed already
alter table message.blob alter column bytes set storage external;

create table message.blob_use (
    event uuid  not null,
    hash  bytea not null,
    primary key (event, hash)
);
create index blob_use_hash on message.blob_use (hash);

create table message.cursor (
    follower text   not null primary key,
    position bigint not null
);

-- events that a follower could not take even alone; nothing is skipped without a line here
create table message.skipped (
    follower text        not null,
    position bigint      not null,
    event    uuid        not null,
    failure  text        not null,
    at       timestamptz not null,
    primary key (follower, position)
);

-- the register of erasures: replayed on a restored backup
create table message.erasure (
    event  uuid        not null primary key,
    salt   bytea       not null,
    reason text        not null,
    by     uuid        not null,
    at     timestamptz not null
);
