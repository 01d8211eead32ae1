-- The account that a channel of kind bluesky speaks as; its app password is sealed to the channel.
create table channels.bluesky_account (
    channel      uuid        not null primary key references channels.channel,
    service      text        not null,
    did          text        not null,
    handle       text        not null,
    password     bytea       not null,
    connected_at timestamptz not null
);

-- up to where a stream was read: its microseconds since 1970
create table channels.stream_cursor (
    stream  text        not null primary key,
    time_us bigint      not null,
    read_at timestamptz not null
);

-- Likes of messages of ours, by nobody's name: of the like's address only the SHA-256 is kept, by
-- which it is taken back.
create table channels.liking (
    channel uuid        not null references channels.channel,
    name    text        not null,
    subject text        not null,
    at      timestamptz not null,
    primary key (channel, name)
);
create index liking_subject on channels.liking (channel, subject);
create index liking_name on channels.liking (name);
