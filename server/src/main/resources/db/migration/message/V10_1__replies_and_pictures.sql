-- What leaves may answer a message, and show pictures; their descriptions go with the words.
alter table message.outgoing
    add column reply_to text,
    add column pictures jsonb not null default '[]';
