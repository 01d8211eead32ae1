-- Legal holds: what must not be erased, why and until when. A hold names messages and never their
-- authors: whose messages an author's hold covers is told by the message it was placed on.
create table archive.hold (
    id             uuid        not null primary key,
    organisation   uuid        not null,
    scope          text        not null check (scope in ('MESSAGE', 'AUTHOR', 'CONVERSATION', 'TIME')),
    message        uuid,
    from_time      timestamptz,
    until_time     timestamptz,
    reason         text        not null,
    placed_by      uuid        not null,
    placed_at      timestamptz not null,
    -- null: until it is released
    ends_at        timestamptz,
    released_by    uuid,
    released_at    timestamptz,
    release_reason text,
    check ((scope = 'TIME') = (message is null)),
    check ((scope = 'TIME') = (from_time is not null and until_time is not null)),
    check ((released_by is null) = (released_at is null))
);
create index hold_by_organisation on archive.hold (organisation, id desc);

-- an erasure that a hold forbade, until somebody decides it anew
create table archive.waiting_erasure (
    organisation uuid        not null,
    message      uuid        not null,
    author       boolean     not null,
    reason       text        not null,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    primary key (organisation, message, author)
);
