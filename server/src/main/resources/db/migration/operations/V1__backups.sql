-- Backups that the server makes by itself: when, how large, how long it took, whether it was read back.
create schema operations;

create table operations.backup (
    id         uuid        not null primary key,
    -- the machine, and in its folder the file
    node       text        not null,
    file       text        not null,
    -- null: by the schedule
    asked_by   uuid,
    state      text        not null check (state in ('WRITING', 'CHECKING', 'DONE', 'FAILED')),
    percent    smallint    not null,
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    size       bigint,
    failure    text,
    -- when newer ones had taken its place
    removed_at timestamptz,
    check ((state in ('DONE', 'FAILED')) = (ended_at is not null)),
    check ((state = 'FAILED') = (failure is not null))
);
