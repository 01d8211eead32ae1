-- Links into spaces for members only, by the hash of their secret: a copy of the database opens
-- no door.
create table community.invitation (
    hash       bytea       not null primary key,
    space      uuid        not null,
    expires_at timestamptz not null
);
create index invitation_space on community.invitation (space);

-- What moderators keep at the top of a space.
create table community.pin (
    space      uuid        not null,
    discussion uuid        not null,
    at         timestamptz not null,
    primary key (space, discussion)
);
create index membership_space on community.membership (space, standing, since);
