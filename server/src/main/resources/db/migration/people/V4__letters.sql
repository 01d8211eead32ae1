-- letters that have not left yet: address, subject and words in one seal; gone once they have
create table people.letter (
    id       uuid primary key,
    way      text        not null check (way in ('MAIL', 'PHONE')),
    sealed   bytea       not null,
    tries    int         not null default 0,
    next_try timestamptz not null,
    until    timestamptz not null,
    -- the kind of failure, with nothing personal in it
    failure  text
);
create index letter_due on people.letter (next_try);
create index letter_until on people.letter (until);
