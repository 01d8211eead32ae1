-- Facilities and professionals as their organisations write them. What an entry says is a flat map of
-- texts, the same as the fields of its form and the columns of its table; `version` keeps every one.
create schema directory;
create extension if not exists pg_trgm schema public;

create table directory.entry (
    id           uuid        not null primary key,
    organisation uuid        not null,
    kind         smallint    not null,
    state        smallint    not null,
    reference    text,
    version      integer     not null,
    body         jsonb       not null,
    made         timestamptz not null,
    changed      timestamptz not null,
    confirmed    timestamptz not null,
    unique (organisation, kind, reference)
);
create index entry_by_organisation on directory.entry (organisation, state, id);

create index entry_confirmed on directory.entry (organisation, confirmed) where state = 1;

create index entry_photo on directory.entry ((body ->> 'photo')) where body ->> 'photo' is not null;

create table directory.version (
    entry   uuid        not null references directory.entry,
    version integer     not null,
    state   smallint    not null,
    body    jsonb       not null,
    account uuid,
    at      timestamptz not null,
    primary key (entry, version)
);

create table directory.works_at (
    professional uuid not null references directory.entry,
    facility     uuid not null references directory.entry,
    primary key (professional, facility)
);
create index works_at_facility on directory.works_at (facility);

-- What the public finds: a row for each public entry, derived from it, and nothing of any other. Words,
-- places (at:) and codes (speciality:cardiology) stand in one list, so that one index answers a search.
create table directory.listing (
    entry        uuid           not null primary key references directory.entry,
    organisation uuid           not null,
    kind         smallint       not null,
    standing     smallint       not null,
    sort_name    text collate "C" not null,
    words        tsvector       not null,
    names        tsvector       not null,
    labels       tsvector       not null,
    point        point,
    zone         text           not null,
    hours        int4multirange not null,
    shut         tsmultirange   not null,
    extra        tsmultirange   not null,
    joined       date,
    changed      timestamptz    not null
);
create index listing_words on directory.listing using gin (words) with (fastupdate = off);
create index listing_order on directory.listing (standing, sort_name, entry);
create index listing_point on directory.listing using gist (point);
create index listing_joined on directory.listing (joined desc, entry) where joined is not null;
create index listing_organisation on directory.listing (organisation, kind, standing, sort_name, entry);

-- the words of the listings, to find what was meant by one that none of them has
create table directory.word (word text collate "C" not null primary key);
create index word_trigrams on directory.word using gin (word public.gin_trgm_ops);

-- whether doors are open at a moment: hours are minutes of the week, the exceptions whole times, both
-- by the clock on the wall there
create function directory.is_open(
    hours int4multirange, shut tsmultirange, extra tsmultirange, zone text, moment timestamptz)
    returns boolean language sql stable parallel safe
    return extra @> (moment at time zone zone)
        or (hours @> cast((extract(isodow from moment at time zone zone) - 1) * 1440
                + extract(hour from moment at time zone zone) * 60
                + extract(minute from moment at time zone zone) as integer)
            and not shut @> (moment at time zone zone));

-- what an organisation says of itself
create table directory.organisation (
    id          uuid        not null primary key,
    about       text        not null,
    policy      text        not null,
    policy_link text        not null,
    changed     timestamptz not null
);

create table directory.photo (
    name  text        not null,
    size  smallint    not null,
    bytes bytea       not null,
    made  timestamptz not null,
    primary key (name, size)
);
alter table directory.photo alter column bytes set storage external;

create table directory.import (
    id           uuid        not null primary key,
    organisation uuid        not null,
    account      uuid        not null,
    kind         smallint    not null,
    file_name    text        not null,
    state        text        not null,
    failure      text        not null default '',
    separator    text        not null default '',
    encoding     text        not null default '',
    total        bigint      not null default 0,
    added        bigint      not null default 0,
    altered      bigint      not null default 0,
    same         bigint      not null default 0,
    refused      bigint      not null default 0,
    created      timestamptz not null,
    finished     timestamptz
);
create index import_by_organisation on directory.import (organisation, created desc);

-- what became, or would become, of each row
create table directory.import_row (
    import    uuid    not null references directory.import on delete cascade,
    row       bigint  not null,
    outcome   smallint not null,
    name      text    not null,
    field     text    not null,
    code      text    not null,
    arguments text[]  not null,
    primary key (import, row, field)
);
create index import_row_outcome on directory.import_row (import, outcome, row);
