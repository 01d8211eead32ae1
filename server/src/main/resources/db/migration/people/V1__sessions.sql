create schema people;

-- the tables of Spring Session, which writes and cleans them itself
create table people.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index session_by_id on people.session (session_id);
create index session_by_expiry on people.session (expiry_time);
create index session_by_principal on people.session (principal_name);

create table people.session_attributes (
    session_primary_id char(36)     not null references people.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
