-- A case can be given to a team: it waits for each of its members, and one of them takes it. The
-- team keeps the case while a member has it, and gets it back when they give it back.
alter table monitoring.case_file add team uuid;
create index case_file_team on monitoring.case_file (organisation, team)
    where closed_at is null and team is not null;
comment on column monitoring.case_step.person is
    'to whom it was given: an account, or by the kind GIVEN_TO_TEAM a team';
