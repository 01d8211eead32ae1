-- Whoever is in a space follows it, as whoever comes into one does from now on.
insert into community.follow (account, kind, target, since)
select account, 'SPACE', space, since from community.membership
 where standing in ('MEMBER', 'MODERATOR')
on conflict do nothing;
