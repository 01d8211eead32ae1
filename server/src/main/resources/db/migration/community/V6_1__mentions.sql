-- Whoever speaks in a discussion is told where somebody names them there.
alter table community.notice drop constraint notice_reason_check;
alter table community.notice add constraint notice_reason_check
    check (reason in ('ANSWER', 'MENTION', 'DISCUSSION', 'SPACE', 'PERSON'));
