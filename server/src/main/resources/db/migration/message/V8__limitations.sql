-- Whose words an organisation may no longer use for what (1: for nothing but deciding on requests,
-- 2: for no research or surveillance), and by which request. The author is the network's id, as in
-- message.content; it goes when the last of their words is erased.
create table message.limitation (
    organisation uuid        not null,
    author       text        not null,
    kind         smallint    not null check (kind in (1, 2)),
    request      uuid        not null,
    by           uuid        not null,
    at           timestamptz not null,
    primary key (organisation, author, kind)
);
create index limitation_request on message.limitation (request);
