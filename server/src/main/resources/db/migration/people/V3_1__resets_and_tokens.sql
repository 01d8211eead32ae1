-- one link at a time for each account; who holds it holds the right, so only its hash is kept
create table people.password_reset (
    account uuid primary key references people.account on delete cascade,
    hash    bytea       not null unique,
    expires timestamptz not null
);

-- for scripts; each speaks for its owner in one organisation, within scopes and until it expires
create table people.token (
    id           uuid primary key,
    hash         bytea       not null unique,
    account      uuid        not null references people.account on delete cascade,
    organisation uuid        not null references people.organisation,
    name         text        not null,
    scopes       text[]      not null check (cardinality(scopes) > 0),
    made         timestamptz not null,
    expires      timestamptz not null,
    last_used    timestamptz
);
create index token_by_account on people.token (account);
