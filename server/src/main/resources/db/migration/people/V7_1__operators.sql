-- who looks after the platform as a whole, above its organisations
create table people.operator (
    account uuid primary key references people.account,
    since   timestamptz not null
);
-- where it stood before, whoever opened it
insert into people.operator (account, since)
select account, now() from people.membership where 'ADMIN' = any(roles)
order by since, account limit 1;

-- printed at the console for whoever runs the server, when the operator is lost
alter table people.link drop constraint link_purpose_check;
alter table people.link add check (purpose in ('first administrator', 'invitation', 'operator'));
