-- The content library: what is ready to be said, in every version, and who signed which.
create schema publishing;

create table publishing.piece (
    id           uuid not null primary key,
    organisation uuid not null,
    -- the name under which it came with the product; null: the organisation's own
    shipped      text,
    owner        uuid,
    -- the newest version stands
    version      int  not null,
    retired_at   timestamptz,
    unique (organisation, shipped)
);

create table publishing.piece_version (
    piece      uuid        not null references publishing.piece,
    version    int         not null,
    topic      text        not null,
    tags       text        not null,
    -- one a line: title | publisher | date | address
    sources    text        not null,
    -- what lists are ordered by, and all the words without case and accents
    name       text        not null,
    searched   text        not null,
    -- null: it came with the product
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (piece, version)
);

create table publishing.piece_wording (
    piece    uuid not null,
    version  int  not null,
    language text not null check (language in ('fr', 'en')),
    title    text not null,
    text     text not null,
    brief    text not null,
    simple   text not null,
    primary key (piece, version, language),
    foreign key (piece, version) references publishing.piece_version
);

-- a clinician's signature; the latest under a version counts
create table publishing.piece_review (
    piece       uuid        not null,
    version     int         not null,
    signed_at   timestamptz not null,
    signed_by   uuid        not null,
    profession  text        not null,
    verified_by text        not null,
    valid_until timestamptz not null,
    primary key (piece, version, signed_at),
    foreign key (piece, version) references publishing.piece_version
);
