-- Rules, alerts, cases. No words of a message stand here: a finding is an event, a rule and the
-- offsets of what matched. A case's notes are the staff's own words.
create schema monitoring;

-- Every change of a rule is a version; the newest is the one that stands.
create table monitoring.rule (
    id           uuid not null primary key,
    organisation uuid not null,
    version      int  not null
);
create index rule_organisation on monitoring.rule (organisation);

create table monitoring.rule_version (
    rule            uuid        not null references monitoring.rule,
    version         int         not null,
    state           text        not null check (state in ('ON', 'OFF', 'DELETED')),
    name            text        not null,
    query           text        not null,
    -- empty: every channel
    channels        uuid[]      not null,
    urgency         smallint    not null check (urgency between 1 and 3),
    told_roles      text[]      not null,
    told_people     uuid[]      not null,
    -- null: no promise
    allowed_minutes int         check (allowed_minutes > 0),
    changed_by      uuid        not null,
    changed_at      timestamptz not null,
    primary key (rule, version)
);

-- Grows with each change of an organisation's rules, so that a node sees in one look whether the
-- rules it holds compiled still stand.
create table monitoring.rule_revision (
    organisation uuid   not null primary key,
    revision     bigint not null
);

create table monitoring.case_file (
    id             uuid        not null primary key,
    organisation   uuid        not null,
    -- counted within the organisation: what people say aloud
    number         int         not null,
    -- the topmost message known of the conversation
    conversation   uuid        not null,
    channel        uuid        not null,
    urgency        smallint    not null check (urgency between 1 and 3),
    told_roles     text[]      not null,
    told_people    uuid[]      not null,
    alerts         int         not null,
    opened_at      timestamptz not null,
    last_alert_at  timestamptz not null,
    due_at         timestamptz,
    assignee       uuid,
    outcome        text,
    closed_at      timestamptz,
    -- grows with each step that a person takes
    version        int         not null,
    unique (organisation, number),
    check ((outcome is null) = (closed_at is null))
);
-- one conversation has one open case
create unique index case_file_open_conversation
    on monitoring.case_file (organisation, conversation) where closed_at is null;
create index case_file_list on monitoring.case_file (organisation, opened_at desc, id desc);
create index case_file_due on monitoring.case_file (organisation, due_at) where closed_at is null;

create table monitoring.case_number (
    organisation uuid not null primary key,
    last         int  not null
);

create table monitoring.case_step (
    case_file uuid        not null references monitoring.case_file,
    number    int         not null,
    kind      text        not null,
    -- null: not a person's doing
    by_whom   uuid,
    at        timestamptz not null,
    -- whom it was given to, how it ended, what was noted: as the kind needs it
    person    uuid,
    outcome   text,
    note      text,
    primary key (case_file, number)
);

-- One event that at least one rule of the organisation caught. The place in the log is what sets
-- an alert apart and orders the list: an event has one, for ever.
create table monitoring.alert (
    organisation uuid        not null,
    position     bigint      not null,
    event        uuid        not null,
    message      uuid        not null,
    channel      uuid        not null,
    -- the highest of the rules that matched
    urgency      smallint    not null,
    received_at  timestamptz not null,
    raised_at    timestamptz not null,
    case_file    uuid        not null references monitoring.case_file,
    primary key (organisation, position)
);
create index alert_case on monitoring.alert (case_file, position);
create index alert_message on monitoring.alert (message);
create index alert_event on monitoring.alert (event);
create index alert_time on monitoring.alert (organisation, raised_at desc);

create table monitoring.alert_match (
    organisation uuid   not null,
    rule         uuid   not null,
    position     bigint not null,
    rule_version int    not null,
    -- offsets in UTF-16 units
    spans        text   not null,
    primary key (organisation, position, rule),
    foreign key (organisation, position) references monitoring.alert on delete cascade
);
create index alert_match_rule on monitoring.alert_match (organisation, rule, position desc);
