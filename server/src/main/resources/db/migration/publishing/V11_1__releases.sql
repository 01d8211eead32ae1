-- What is said of people rests on releases; a version names those it rests on.
create table publishing.post_release (
    post      uuid        not null references publishing.post,
    version   int         not null,
    release   uuid        not null,
    linked_by uuid        not null,
    linked_at timestamptz not null,
    primary key (post, version, release)
);

-- A release ended under a post, which was taken down or stopped; somebody is to know.
create table publishing.lost_release (
    post       uuid        not null references publishing.post,
    release    uuid        not null,
    -- whether the public saw it
    was_public boolean     not null,
    at         timestamptz not null,
    seen_at    timestamptz,
    seen_by    uuid,
    primary key (post, release)
);
