-- a letter that the other side refused for good: its address and words are gone, the refusal is
-- shown until the letter would have been out of date
alter table people.letter alter sealed drop not null;
alter table people.letter add refused timestamptz;
alter table people.letter add check ((refused is null) = (sealed is not null));
