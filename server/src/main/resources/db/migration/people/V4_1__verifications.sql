-- organisations that an administrator of the platform named as verifiers of professionals
alter table people.organisation add verifies boolean not null default false;

-- a professional's request and what became of it; name, workplace and number are sealed
create table people.verification (
    id           uuid primary key,
    account      uuid        not null references people.account,
    verifier     uuid        not null references people.organisation,
    state        text        not null check (state in
                     ('ASKED', 'WITHDRAWN', 'REFUSED', 'VERIFIED', 'SUSPENDED', 'REVOKED', 'RENEWED')),
    profession   text        not null,
    speciality   text,
    name         bytea       not null,
    workplace    bytea       not null,
    professional_order text,
    order_number bytea,
    language     text        not null,
    asked        timestamptz not null,
    since        timestamptz,
    until        timestamptz,
    reminded     timestamptz,
    check ((state in ('ASKED', 'WITHDRAWN', 'REFUSED')) = (since is null)),
    check ((since is null) = (until is null))
);
create unique index verification_asked on people.verification (account) where state = 'ASKED';
create unique index verification_standing on people.verification (account)
    where state in ('VERIFIED', 'SUSPENDED');
create index verification_by_verifier on people.verification (verifier, state, asked);
create index verification_by_account on people.verification (account, asked);

-- what was shown to prove it, sealed, and only until the decision
create table people.verification_document (
    id           uuid primary key,
    verification uuid  not null references people.verification,
    number       int   not null,
    type         text  not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    name         bytea not null,
    content      bytea not null
);
create index verification_document_of on people.verification_document (verification, number);

-- who did what, and why; by_whom is null for what time did
create table people.verification_step (
    verification uuid        not null references people.verification,
    number       int         not null,
    kind         text        not null,
    by_whom      uuid,
    at           timestamptz not null,
    reason       bytea,
    primary key (verification, number)
);
