-- Organisations that want links to their own pages to tell where readers came from, and which
-- hosts are theirs.
create table publishing.tagged_links (
    organisation uuid   not null primary key,
    hosts        text[] not null
);
