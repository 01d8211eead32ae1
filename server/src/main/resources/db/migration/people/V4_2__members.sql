-- one account for everybody: a member of the public has a pseudonym, staff have a name, some both
alter table people.account
    alter email_lookup drop not null,
    alter email drop not null,
    alter name drop not null,
    alter password drop not null,
    add phone_lookup bytea unique,
    add phone bytea,
    -- shown to everyone; no two look alike
    add pseudonym text,
    add pseudonym_likeness text unique,
    -- in which letters are written to them
    add language text not null default 'fr',
    add check ((email is null) = (email_lookup is null)),
    add check ((phone is null) = (phone_lookup is null)),
    add check (email is not null or phone is not null),
    add check ((pseudonym is null) = (pseudonym_likeness is null)),
    add check (name is not null or pseudonym is not null);

-- six digits that were sent, as a keyed hash; kept an hour after, to count how many were asked for
create table people.code (
    id      uuid primary key,
    purpose text        not null check (purpose in ('SIGN_UP', 'SIGN_IN', 'CHANGE')),
    -- keyed hashes of the contact and of the network from which it was asked
    subject bytea       not null,
    origin  bytea       not null,
    -- what is to be done with the right code; null once used
    sealed  bytea,
    -- null where none was sent
    hash    bytea,
    tries   int         not null default 0,
    made    timestamptz not null,
    expires timestamptz not null
);
create index code_by_subject on people.code (subject, made);
create index code_by_origin on people.code (origin, made);
create index code_by_time on people.code (made);
