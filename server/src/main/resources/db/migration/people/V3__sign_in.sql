-- the secret of an authenticator app, sealed; last_step keeps a code from being used twice
create table people.totp (
    account   uuid primary key references people.account on delete cascade,
    secret    bytea       not null,
    last_step bigint      not null default 0,
    since     timestamptz not null
);

-- keyed hashes; one that was used is gone
create table people.recovery_code (
    account uuid  not null references people.account on delete cascade,
    hash    bytea not null,
    primary key (account, hash)
);
