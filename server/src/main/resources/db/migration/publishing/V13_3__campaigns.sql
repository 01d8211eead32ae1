-- What an organisation wants to bring about by saying things, and how it did. Of who clicks nothing
-- is kept: a number for each link and day.
create table publishing.campaign (
    id           uuid        not null primary key,
    organisation uuid        not null,
    name         text        not null,
    goal         text        not null,
    audience     text        not null,
    -- with their sign, blanks between
    hashtags     text        not null,
    begins_on    date        not null,
    ends_on      date        not null,
    -- grows with each change
    version      int         not null default 1,
    changed_by   uuid        not null,
    changed_at   timestamptz not null
);
create index campaign_list on publishing.campaign (organisation, ends_on desc, id);

create table publishing.campaign_piece (
    campaign uuid not null references publishing.campaign,
    piece    uuid not null,
    primary key (campaign, piece)
);

alter table publishing.post add column campaign uuid references publishing.campaign;
create index post_campaign on publishing.post (campaign) where campaign is not null;

create table publishing.short_link (
    code         text        not null primary key,
    organisation uuid        not null,
    campaign     uuid        not null references publishing.campaign,
    -- what it stands in, and where; null where nobody said
    post         uuid,
    channel      uuid,
    address      text        not null,
    made_by      uuid        not null,
    made_at      timestamptz not null
);
create index short_link_campaign on publishing.short_link (campaign);

create table publishing.short_link_day (
    code   text   not null references publishing.short_link,
    day    date   not null,
    clicks bigint not null,
    primary key (code, day)
);
