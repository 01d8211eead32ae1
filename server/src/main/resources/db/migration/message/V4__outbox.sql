-- What is to leave, until it has. Its words go with the leaving: from then on they stand in the log.
create table message.outgoing (
    id           uuid        not null primary key,
    -- the order in which it leaves, channel by channel
    place        bigint      not null generated always as identity,
    organisation uuid        not null,
    channel      uuid        not null,
    -- what it belongs to: created, then edited, then deleted
    post         uuid        not null,
    kind         smallint    not null,
    language     text,
    title        text,
    text         text        not null,
    -- of all that was cleared, and until when that counts
    hash         text        not null,
    expires_at   timestamptz not null,
    made_at      timestamptz not null,
    state        text        not null check (state in ('WAITING', 'SENT', 'DEAD', 'DROPPED')),
    tries        int         not null default 0,
    next_try     timestamptz not null,
    -- why it did not leave at the last try: a key of the bundles
    reason       text,
    -- how the network names it, and which message it made, once it left
    network_id   text,
    message      uuid,
    done_at      timestamptz
);
create index outgoing_waiting on message.outgoing (channel, place) where state = 'WAITING';
create index outgoing_dead on message.outgoing (organisation, place) where state = 'DEAD';
create index outgoing_post on message.outgoing (post, place);
create index outgoing_message on message.outgoing (message) where message is not null;

-- one node at a time sends on a channel
create table message.outbox_turn (
    channel    uuid        not null primary key,
    holder     uuid        not null,
    held_until timestamptz not null
);
