create table people.organisation (
    id   uuid primary key,
    name text        not null,
    zone text        not null,
    made timestamptz not null
);

-- e-mail and name are sealed under a key that is never in the database; the look-up is a keyed hash
create table people.account (
    id           uuid primary key,
    email_lookup bytea       not null unique,
    email        bytea       not null,
    name         bytea       not null,
    password     text        not null,
    made         timestamptz not null
);

create table people.membership (
    account      uuid        not null references people.account,
    organisation uuid        not null references people.organisation,
    roles        text[]      not null check (cardinality(roles) > 0),
    since        timestamptz not null,
    primary key (account, organisation)
);
create index membership_by_organisation on people.membership (organisation);

-- who holds the link holds the right, so only its hash is kept
create table people.link (
    hash         bytea primary key,
    purpose      text        not null check (purpose in ('first administrator', 'invitation')),
    organisation uuid references people.organisation,
    email_lookup bytea,
    email        bytea,
    name         bytea,
    roles        text[],
    expires      timestamptz not null,
    check ((purpose = 'invitation') = (organisation is not null and email_lookup is not null
        and email is not null and name is not null and roles is not null))
);
create index link_by_organisation on people.link (organisation);

-- sign-ins that failed or are under way, by keyed hash of the e-mail typed or of the address
create table people.attempt (
    id      uuid primary key,
    subject text        not null,
    at      timestamptz not null
);
create index attempt_by_subject on people.attempt (subject, at);
create index attempt_by_time on people.attempt (at);

-- tells whether the key file beside this database is the one it was begun with
create table people.key_proof (
    only_one boolean primary key default true check (only_one),
    proof    bytea not null
);
