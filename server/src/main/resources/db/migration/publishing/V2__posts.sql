-- What an organisation says or is about to say: every version that somebody was asked about is
-- kept, and every step. What was said stands in the log; its words here go when it is erased there.
create table publishing.post (
    id                uuid        not null primary key,
    organisation      uuid        not null,
    author            uuid        not null,
    -- the piece and its version that it was begun from
    piece             uuid,
    piece_version     int,
    piece_variant     text,
    version           int         not null,
    state             text        not null check (state in
                          ('DRAFT', 'ASKED', 'APPROVED', 'SENT', 'TAKEN_DOWN', 'DISCARDED')),
    -- grows with each saving of the open version
    edition           int         not null default 0,
    -- the roles that have to agree to what was asked about, in order
    needs             text[]      not null default '{}',
    approved_at       timestamptz,
    -- when it is to be said; null: as soon as it may
    wanted_at         timestamptz,
    made_at           timestamptz not null,
    changed_at        timestamptz not null,
    -- what the public sees, and since when
    published_version int,
    published_at      timestamptz
);
create index post_list on publishing.post (organisation, state, changed_at desc, id desc);
create index post_piece on publishing.post (piece) where piece is not null;
create index post_due on publishing.post (wanted_at) where state = 'APPROVED';

create table publishing.post_version (
    post       uuid        not null references publishing.post,
    version    int         not null,
    language   text        not null check (language in ('fr', 'en')),
    topic      text        not null,
    title      text        not null,
    text       text        not null,
    brief      text        not null,
    sources    text        not null,
    -- whoever wrote it has thought of what the gate asks about
    considered boolean     not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    primary key (post, version)
);

create table publishing.post_step (
    post    uuid        not null references publishing.post,
    number  int         not null,
    version int         not null,
    kind    text        not null,
    -- null: not a person's doing
    by_whom uuid,
    -- the role in which it was approved
    role    text,
    -- the finding that was overruled
    finding text,
    note    text        not null,
    at      timestamptz not null,
    primary key (post, number)
);

-- who has to agree, in order; without a line the house's own order
create table publishing.approval (
    organisation uuid   not null primary key,
    ordinary     text[] not null,
    raised       text[] not null,
    changed_by   uuid   not null,
    changed_at   timestamptz not null
);
