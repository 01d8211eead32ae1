-- what an organisation is; what stood here before was not asked
alter table people.organisation
    add kind text not null default 'OTHER' check (kind in
        ('HOSPITAL', 'MINISTRY', 'ORDER', 'ASSOCIATION', 'NGO', 'UNIVERSITY', 'MEDIA', 'OTHER'));
alter table people.organisation alter kind drop default;

create table people.team (
    id           uuid primary key,
    organisation uuid        not null references people.organisation,
    name         text        not null,
    made         timestamptz not null,
    unique (id, organisation)
);
create unique index team_name on people.team (organisation, lower(name));

-- of the team's own organisation only; whoever leaves it leaves its teams with it
create table people.team_member (
    team         uuid not null,
    organisation uuid not null,
    account      uuid not null,
    primary key (team, account),
    foreign key (team, organisation) references people.team (id, organisation) on delete cascade,
    foreign key (account, organisation)
        references people.membership (account, organisation) on delete cascade
);
create index team_member_account on people.team_member (account, organisation);
