-- Who looked at, took along or changed what is not public: one row and one leaf a deed. Only ids,
-- names of actions and times stand in the clear; the address and the reason are sealed under a key
-- outside the database and bound by a commitment of their own, so that they can be sealed anew or
-- erased while the leaf still holds.
create table evidence.audit (
    id                 uuid        not null primary key,
    at                 timestamptz not null,
    organisation       uuid,
    actor              uuid,
    deed               smallint    not null,
    action             text        not null,
    route              text        not null,
    things             text[]      not null,
    salt               bytea       not null,
    details            bytea,
    details_commitment bytea       not null,
    -- the audit record of the erasure that took the details away
    details_erased     uuid,
    address_lookup     bytea,
    bound              bytea,
    check ((details is null) = (details_erased is not null))
);
create index audit_by_organisation on evidence.audit (organisation, id);
create index audit_by_actor on evidence.audit (actor, id);
create index audit_by_address on evidence.audit (address_lookup, id) where address_lookup is not null;
-- the list of what is not yet sorted in stays short, so that no look waits long for it
create index audit_by_thing on evidence.audit using gin (things)
    with (fastupdate = on, gin_pending_list_limit = 256);
