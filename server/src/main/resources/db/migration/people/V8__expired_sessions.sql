-- sessions that ended because nobody came back, until the audit trail tells of them
create table people.expired_session (
    id      bigint generated always as identity primary key,
    account varchar(100) not null
);
