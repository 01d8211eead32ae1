-- What the page of a discussion shows is kept by whoever read it until this is another number.
alter table community.discussion add version bigint not null default 0;
