-- A name for one discussion. Whose it is is sealed, and found by a keyed hash of account and
-- discussion: two aliases of one person have nothing in common here.
create table community.alias (
    id         uuid  not null primary key,
    discussion uuid  not null,
    name       text  not null,
    lookup     bytea not null unique,
    account    bytea not null,
    unique (discussion, name)
);

-- Two people together see once who stands behind one.
create table community.alias_opening (
    id           uuid        not null primary key,
    alias        uuid        not null,
    contribution uuid        not null,
    organisation uuid,
    reason       bytea       not null,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    answered_by  uuid check (answered_by <> asked_by),
    answered_at  timestamptz,
    agreed       boolean,
    shown_at     timestamptz
);
create index alias_opening_asked on community.alias_opening (asked_at desc);
