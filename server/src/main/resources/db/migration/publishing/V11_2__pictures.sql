-- Pictures of posts, drawn anew from what was sent: nothing but the pixels is left. Sealed each by
-- a key of its own; named by the hash of the bytes that leave.
create table publishing.picture (
    organisation uuid        not null,
    -- SHA-256 of the bytes in the clear, in hexadecimal
    hash         text        not null,
    width        int         not null,
    height       int         not null,
    key          bytea       not null,
    bytes        bytea       not null,
    -- for our own pages
    small_width  int         not null,
    small_height int         not null,
    small_key    bytea       not null,
    small_bytes  bytea       not null,
    kept_at      timestamptz not null,
    primary key (organisation, hash)
);

-- what a version shows, in its order
create table publishing.post_picture (
    post    uuid not null references publishing.post,
    version int  not null,
    place   int  not null,
    hash    text not null,
    alt     text not null,
    -- whether a person can be recognised on it
    people  text not null check (people in ('UNSAID', 'NOBODY', 'SOMEBODY')),
    primary key (post, version, hash)
);
create index post_picture_hash on publishing.post_picture (hash);
