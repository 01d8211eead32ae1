-- Posts that answer somebody, in a conversation.
create table publishing.reply (
    post         uuid not null primary key references publishing.post,
    conversation uuid not null references publishing.conversation,
    -- what it answers
    message      uuid not null
);
create index reply_conversation on publishing.reply (conversation);
create index reply_message on publishing.reply (message);

-- who has to agree to an answer, in order; without a line the house's own order
create table publishing.reply_approval (
    organisation uuid        not null primary key,
    ordinary     text[]      not null,
    raised       text[]      not null,
    changed_by   uuid        not null,
    changed_at   timestamptz not null
);
