-- One account may have a pseudonym and work for an organisation: whoever came in at work is known
-- by their name there, and the pseudonym is not told beside it.
alter table community.membership add by_name boolean not null default false;
