-- under what name an authenticator knows an account; random, so that it tells nothing
create table people.passkey_handle (
    account uuid primary key references people.account on delete cascade,
    handle  bytea not null unique
);

create table people.passkey (
    credential  bytea primary key,
    account     uuid        not null references people.account on delete cascade,
    public_key  bytea       not null,
    attestation bytea       not null,
    sign_count  bigint      not null,
    verified    boolean     not null,
    eligible    boolean     not null,
    backed_up   boolean     not null,
    label       text        not null,
    made        timestamptz not null,
    last_used   timestamptz not null
);
create index passkey_by_account on people.passkey (account);
