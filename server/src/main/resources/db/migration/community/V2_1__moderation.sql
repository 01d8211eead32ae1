-- What people report, what moderators decide, and who asks for it to be decided anew. Words are
-- sealed; what was reported stands in the log.

-- One file for all reports about one contribution until it is decided.
create table community.report_file (
    id           uuid        not null primary key,
    contribution uuid        not null,
    space        uuid        not null,
    opened_at    timestamptz not null,
    claimed_by   uuid,
    claimed_at   timestamptz,
    decided_at   timestamptz
);
create unique index report_file_open on community.report_file (contribution) where decided_at is null;
create index report_file_space on community.report_file (space, opened_at);

create table community.report (
    id           uuid        not null primary key,
    file         uuid        not null references community.report_file,
    contribution uuid        not null,
    reporter     uuid        not null,
    reason       text        not null check (reason in ('INSULT', 'DANGER', 'PRIVACY', 'FALSE', 'ADVERT', 'OTHER')),
    words        bytea       not null,
    at           timestamptz not null,
    unique (contribution, reporter)
);
create index report_reporter on community.report (reporter, at);
create index report_of_file on community.report (file, at);

-- Between the moderators and one who reported.
create table community.report_reply (
    id     uuid        not null primary key,
    report uuid        not null references community.report on delete cascade,
    writer uuid        not null,
    words  bytea       not null,
    at     timestamptz not null
);
create index report_reply_report on community.report_reply (report, at);

-- What was decided about a contribution, or about a person in a space.
create table community.decision (
    id           uuid        not null primary key,
    space        uuid        not null,
    kind         text        not null check (kind in ('LEAVE', 'HIDE', 'WARN', 'PAUSE', 'EXCLUDE', 'LET', 'REFUSE')),
    reason       text        not null check (reason in ('INSULT', 'DANGER', 'PRIVACY', 'FALSE', 'ADVERT', 'OTHER')),
    file         uuid,
    contribution uuid,
    person       uuid,
    words        bytea       not null,
    decided_by   uuid        not null,
    decided_at   timestamptz not null,
    until        timestamptz,
    undone_at    timestamptz
);
create index decision_space on community.decision (space, decided_at desc);
create index decision_person on community.decision (person, space) where person is not null;
create index decision_contribution on community.decision (contribution) where contribution is not null;
create index decision_file on community.decision (file) where file is not null;

create table community.appeal (
    decision   uuid        not null primary key references community.decision on delete cascade,
    space      uuid        not null,
    appellant  uuid,
    words      bytea       not null,
    asked_at   timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    upheld     boolean,
    answer     bytea
);
create index appeal_open on community.appeal (space, asked_at) where decided_at is null;
