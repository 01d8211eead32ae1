-- By when somebody is to agree, and who may when that has passed.
alter table publishing.approval
    add column deadline_hours int,
    add column reserve_role text,
    add column reserve uuid;

create table publishing.post_deadline (
    post    uuid        not null primary key references publishing.post,
    version int         not null,
    due_at  timestamptz not null,
    -- since when those in reserve know of it
    told_at timestamptz
);
create index post_deadline_untold on publishing.post_deadline (due_at) where told_at is null;

-- What was said of a passage of one version; its words are the version's own.
create table publishing.post_remark (
    id          uuid        not null primary key,
    post        uuid        not null references publishing.post,
    version     int         not null,
    part        text        not null,
    from_sign   int         not null,
    to_sign     int         not null,
    by_whom     uuid        not null,
    note        text        not null,
    at          timestamptz not null,
    resolved_by uuid,
    resolved_at timestamptz
);
create index post_remark_of on publishing.post_remark (post, version, at);
