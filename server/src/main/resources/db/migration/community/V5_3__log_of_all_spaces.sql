-- The log of moderation over all spaces, the newest first.
create index decision_decided on community.decision (decided_at desc, id);
