-- The doors through which messages come in, and what could not be understood at them.
create schema channels;

create table channels.channel (
    id           uuid        not null primary key,
    organisation uuid        not null,
    name         text        not null,
    kind         text        not null,
    visibility   smallint    not null,
    created_at   timestamptz not null,
    retired_at   timestamptz
);
create index channel_organisation on channels.channel (organisation);

-- a token is shown once; what stays is its hash
create table channels.token (
    id           uuid        not null primary key,
    channel      uuid        not null references channels.channel,
    name         text        not null,
    hash         bytea       not null unique,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
create index token_channel on channels.token (channel);

-- what was not understood, as it came; the same bytes on one channel wait once
create table channels.set_aside (
    id           uuid        not null primary key,
    channel      uuid        not null references channels.channel,
    organisation uuid        not null,
    digest       bytea       not null,
    payload      bytea       not null,
    media_type   text        not null,
    code         text        not null,
    arguments    text[]      not null,
    line         bigint      not null,
    received_at  timestamptz not null,
    discarded_at timestamptz,
    unique (channel, digest)
);
create index set_aside_waiting on channels.set_aside (organisation, id) where discarded_at is null;

create table channels.import_job (
    id           uuid        not null primary key,
    organisation uuid        not null,
    channel      uuid        not null references channels.channel,
    file_name    text        not null,
    size         bigint      not null,
    state        text        not null,
    started_by   uuid        not null,
    created_at   timestamptz not null,
    finished_at  timestamptz,
    failure      text,
    -- after the last batch whose events are durable: bytes of the (unpacked) file, and lines
    position     bigint      not null default 0,
    line         bigint      not null default 0,
    accepted     bigint      not null default 0,
    known        bigint      not null default 0,
    ignored      bigint      not null default 0,
    set_aside    bigint      not null default 0,
    refused      bigint      not null default 0
);
create index import_job_organisation on channels.import_job (organisation, id);

create table channels.import_refusal (
    job       uuid   not null references channels.import_job on delete cascade,
    line      bigint not null,
    code      text   not null,
    arguments text[] not null,
    primary key (job, line)
);
