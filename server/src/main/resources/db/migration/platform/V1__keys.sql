create schema platform;

-- The keys of each purpose, wrapped by the main key, which lies outside the database. Within, they
-- are Tink keysets: the newest key seals, the older ones open what is not yet sealed anew.
create table platform.keyset (
    purpose    text        not null primary key,
    version    bigint      not null,
    wrapped_by text        not null,
    seals      bytea       not null,
    lookups    bytea       not null,
    -- of each kind; more than one while older ones are still needed
    keys       int         not null,
    changed_at timestamptz not null,
    -- rows that older keys sealed, when they were last counted
    left_rows  bigint,
    left_at    timestamptz
);
