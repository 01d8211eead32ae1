-- While a line stands here nothing leaves at its time: somebody stopped it, as in a crisis.
create table publishing.pause (
    organisation uuid        not null primary key,
    by_whom      uuid        not null,
    reason       text        not null,
    at           timestamptz not null
);
create index post_wanted on publishing.post (organisation, wanted_at) where wanted_at is not null;
create index post_published on publishing.post (organisation, published_at)
    where published_at is not null;
