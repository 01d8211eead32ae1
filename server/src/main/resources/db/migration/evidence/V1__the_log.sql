-- The tamper-evident log. Nothing here tells what was said: a leaf is a kind, an id and a salted
-- commitment. Positions count from 1; the leaf's index in the tree is one less.
create schema evidence;

-- the one log: who it is, how far it goes, and whose turn it is to write it
create table evidence.log (
    single boolean not null primary key default true check (single),
    origin text    not null,
    vkey   text    not null,
    term   bigint  not null,
    size   bigint  not null
) with (fillfactor = 50);

-- accepted, without a position yet; seq keeps the order within a transaction and no more
create table evidence.pending (
    seq        bigint   generated always as identity primary key,
    kind       smallint not null,
    id         uuid     not null,
    commitment bytea    not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

create table evidence.entry (
    position   bigint   not null primary key,
    kind       smallint not null,
    id         uuid     not null,
    commitment bytea    not null
);
create index entry_id on evidence.entry (id);

-- C2SP tlog-tiles: up to 256 hashes a row, which is as wide as the tree is
create table evidence.tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null,
    primary key (level, index)
);
-- hashes don't compress
alter table evidence.tile alter column hashes set storage external;

-- signed tree heads: the newest, and the last of each minute
create table evidence.checkpoint (
    size      bigint      not null primary key,
    note      text        not null,
    signed_at timestamptz not null
);
