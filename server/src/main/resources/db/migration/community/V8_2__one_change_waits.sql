-- Two forms sent at once could both wait to change one text; the later one is what its author wants.
delete from community.held h
 using community.held later
 where h.changes = later.changes and h.refused_at is null and later.refused_at is null
   and (h.at, h.id) < (later.at, later.id);
create unique index held_one_change on community.held (changes) where refused_at is null;
