-- What the public says to an organisation, gathered into conversations. Ids only: the words stand
-- in the log, and an author is here a digest of the channel and of how the network names them.
create table publishing.conversation (
    id           uuid        not null primary key,
    organisation uuid        not null,
    channel      uuid        not null,
    -- the topmost message that is not the organisation's own
    message      uuid        not null,
    -- the first message of the whole thread; null for talk in private, which one author holds together
    root         uuid,
    -- who began it; null once erased
    who          text,
    visibility   smallint    not null,
    state        text        not null check (state in
                     ('OPEN', 'WAITING', 'ANSWERED', 'CLOSED', 'NOT_OURS')),
    assignee     uuid,
    team         uuid,
    -- of the newest words of theirs; empty where nobody knows
    language     text        not null,
    began_at     timestamptz not null,
    last_at      timestamptz not null,
    -- since when an answer is waited for, and until when it is promised
    asked_at     timestamptz,
    due_at       timestamptz,
    -- grows with each step that a person takes, and with each message
    version      int         not null default 1
);
create unique index conversation_top on publishing.conversation (channel, message);
create index conversation_who on publishing.conversation (channel, who) where who is not null;
create index conversation_due on publishing.conversation (organisation, due_at)
    where state in ('OPEN', 'WAITING');
create index conversation_last on publishing.conversation (organisation, state, last_at desc);

create table publishing.conversation_message (
    message      uuid        not null primary key,
    conversation uuid        not null references publishing.conversation,
    -- the organisation said it
    ours         boolean     not null,
    -- its author or the network took it away
    gone         boolean     not null default false,
    said_at      timestamptz not null
);
create index conversation_message_of on publishing.conversation_message (conversation, said_at);

create table publishing.conversation_step (
    conversation uuid        not null references publishing.conversation,
    number       int         not null,
    kind         text        not null,
    -- null: not a person's doing
    by_whom      uuid,
    -- to whom it was given
    person       uuid,
    team         uuid,
    post         uuid,
    case_file    uuid,
    -- the staff's own words
    note         text        not null default '',
    at           timestamptz not null,
    primary key (conversation, number)
);

-- who has the answer open; lapses by itself
create table publishing.conversation_presence (
    conversation uuid        not null references publishing.conversation,
    account      uuid        not null,
    since        timestamptz not null,
    until        timestamptz not null,
    primary key (conversation, account)
);

-- the organisation's promise, and where it sends people who should not write here
create table publishing.conversation_promise (
    organisation uuid        not null primary key,
    hours        int         not null,
    -- days of the week, 1 is Monday, and the hours between which the promise runs; null: always
    days         int[]       not null,
    opens        time,
    closes       time,
    phone        text        not null,
    place        text        not null,
    link         text        not null,
    changed_by   uuid        not null,
    changed_at   timestamptz not null
);

-- channels whose talk is not to the organisation
create table publishing.conversation_unheard (
    organisation uuid not null,
    channel      uuid not null primary key
);

-- accounts on networks that are the organisation's own
create table publishing.conversation_voice (
    organisation uuid not null,
    channel      uuid not null,
    who          text not null,
    primary key (channel, who)
);
