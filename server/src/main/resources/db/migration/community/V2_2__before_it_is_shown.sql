-- What moderators ask of a space before anything is shown, and what waits for them.
create table community.space_limits (
    space        uuid    not null primary key references community.space on delete cascade,
    hold_first   boolean not null,
    hold_links   boolean not null,
    slow_minutes int     not null check (slow_minutes between 0 and 1440),
    help         text    not null
);

create table community.space_filter (
    id       uuid        not null primary key,
    space    uuid        not null references community.space on delete cascade,
    name     text        not null,
    query    text        not null,
    added_at timestamptz not null
);
create index space_filter_space on community.space_filter (space, added_at);

-- Words that nobody has seen yet. Behind an alias there is no account here. What was refused goes
-- with the time in which it may be appealed.
create table community.held (
    id         uuid        not null primary key,
    space      uuid        not null,
    author     uuid,
    why        text        not null check (why in ('FIRST', 'LINKS', 'FILTER')),
    filter     text,
    words      bytea       not null,
    at         timestamptz not null,
    refused_at timestamptz
);
create index held_space on community.held (space, at) where refused_at is null;
create index held_author on community.held (author) where author is not null;
create index held_refused on community.held (refused_at) where refused_at is not null;
