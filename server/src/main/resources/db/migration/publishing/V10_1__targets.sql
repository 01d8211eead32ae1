-- On which channels a version of a post is said, and the words for one of them alone. A version
-- without a line here is said on the organisation's own site.
create table publishing.post_target (
    post    uuid not null references publishing.post,
    version int  not null,
    place   int  not null,
    channel uuid not null,
    -- empty: the words that are common to all
    text    text not null,
    primary key (post, version, channel)
);
