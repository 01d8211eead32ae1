-- teams of the organisation whose members are told, whoever they are by then
alter table monitoring.rule_version add told_teams uuid[] not null default '{}';
alter table monitoring.case_file add told_teams uuid[] not null default '{}';
