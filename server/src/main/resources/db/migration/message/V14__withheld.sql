-- Messages that moderators took from the public's eyes; the log keeps them.
create table message.withheld (
    message uuid        not null primary key,
    at      timestamptz not null
);
