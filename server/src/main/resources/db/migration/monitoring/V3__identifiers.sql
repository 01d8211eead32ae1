-- What in the words of events points at a person. No words stand here: offsets, a category, how sure
-- it is, and the key of the reason.

create table monitoring.screened_words (
    event   uuid     not null primary key,
    -- of the recognisers
    version int      not null,
    -- as org.lisolo.server.monitoring.identifiers.Written writes it; empty: nothing was found
    found   text     not null
);

-- One for each version of the recognisers: what earlier ones screened, screened again.
create table monitoring.rescreen (
    version  int         not null primary key,
    -- events below this one are still to be looked at; null: all
    before   uuid,
    looked   bigint      not null,
    changed  bigint      not null,
    total    bigint      not null,
    begun_at timestamptz not null,
    ended_at timestamptz
);

-- Findings that somebody of an organisation said are wrong.
create table monitoring.identifier_mark (
    organisation uuid        not null,
    event        uuid        not null,
    -- in UTF-16 units
    start_at     int         not null,
    end_at       int         not null,
    category     text        not null,
    version      int         not null,
    marked_by    uuid        not null,
    marked_at    timestamptz not null,
    primary key (organisation, event, start_at, end_at, category)
);
create index identifier_mark_event on monitoring.identifier_mark (event);
