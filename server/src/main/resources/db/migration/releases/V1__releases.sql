-- Signed permissions of people to say something about them in public, and requests for them. They
-- are evidence and are kept when they end (45 CFR 164.530(j): six years), their words sealed.
create schema releases;

create table releases.release (
    id           uuid        not null primary key,
    organisation uuid        not null,
    origin       text        not null check (origin in ('PHONE', 'PAPER')),
    state        text        not null check (state in
                     ('ASKED', 'SIGNED', 'REFUSED', 'WITHDRAWN', 'CANCELLED')),
    -- in which the person is asked
    language     text        not null,
    signer       text        not null,
    aim          text        not null,
    -- kinds of channel
    places       text[]      not null,
    months       int         not null,
    paid         boolean     not null,
    -- whom it is about and the words, sealed
    told         bytea       not null,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    -- of the secret of the link by which it is signed, once
    link         bytea       unique,
    link_until   timestamptz,
    -- of the secret of the link by which it is looked at and withdrawn
    kept_link    bytea       unique,
    -- who signed and what they had read, sealed
    signature    bytea,
    signed_at    timestamptz,
    until        timestamptz,
    ended_at     timestamptz
);
create index release_list on releases.release (organisation, asked_at desc, id desc);

-- as whoever signed saw them
create table releases.picture (
    release    uuid  not null references releases.release,
    number     int   not null,
    -- SHA-256 of the bytes in the clear, in hexadecimal: what a post's picture is compared with
    hash       text  not null,
    media_type text  not null,
    width      int   not null,
    height     int   not null,
    alt        bytea not null,
    key        bytea not null,
    bytes      bytea not null,
    primary key (release, number)
);
create index picture_hash on releases.picture (hash);

-- the scanned form
create table releases.paper (
    release    uuid  not null primary key references releases.release,
    media_type text  not null,
    name       bytea not null,
    key        bytea not null,
    bytes      bytea not null
);

create table releases.step (
    release uuid        not null references releases.release,
    number  int         not null,
    kind    text        not null,
    -- null: the person themselves
    by_whom uuid,
    note    bytea,
    at      timestamptz not null,
    primary key (release, number)
);
