-- What the rules find, live and in the past, and how far the past was looked through. No words
-- stand here: a finding is an event, a rule in its wording, and offsets.

-- The version since which what a rule looks for (query, channels) stands unchanged.
alter table monitoring.rule_version add column wording int;
update monitoring.rule_version set wording = version;
alter table monitoring.rule_version alter column wording set not null;

create table monitoring.finding (
    organisation uuid not null,
    rule         uuid not null,
    wording      int  not null,
    -- in the order of receipt, as ids of events are
    event        uuid not null,
    -- offsets in UTF-16 units
    spans        text not null,
    primary key (rule, wording, event)
);
create index finding_event on monitoring.finding (event);

-- One for each rule: the look through the past with its wording, newest events first.
create table monitoring.look_back (
    rule         uuid        not null primary key,
    organisation uuid        not null,
    wording      int         not null,
    state        text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    -- events below this one are still to be looked at; null: all
    before       uuid,
    looked       bigint      not null,
    found        bigint      not null,
    -- how many events there were; null: not counted yet
    total        bigint,
    begun_at     timestamptz not null,
    ended_at     timestamptz
);
create index look_back_running on monitoring.look_back (begun_at) where state = 'RUNNING';
