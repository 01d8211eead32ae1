-- A step and a version of a rule are bound by an audit record, which is a leaf of the log: whoever
-- alters one afterwards is found. What stood here before has neither.
alter table monitoring.case_step add column salt bytea;
alter table monitoring.case_step add column audit uuid;
create index case_step_audit on monitoring.case_step (audit);

alter table monitoring.rule_version add column salt bytea;
alter table monitoring.rule_version add column audit uuid;
create index rule_version_audit on monitoring.rule_version (audit);
