-- A private link to the calendar for each who made one. It ends with their access, or when they
-- take it back.
create table publishing.calendar_feed (
    -- SHA-256 of its 256 random bits
    hash         bytea       not null primary key,
    organisation uuid        not null,
    account      uuid        not null,
    language     text        not null,
    made_at      timestamptz not null,
    read_at      timestamptz,
    unique (organisation, account)
);
