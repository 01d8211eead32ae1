-- Its author may say it otherwise while it waits: a moderator decides on the version that they read.
alter table community.held add column version int not null default 1;
