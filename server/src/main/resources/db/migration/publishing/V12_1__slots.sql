-- When an organisation likes to speak, week by week, by the clock on its wall.
create table publishing.slot (
    organisation uuid not null,
    -- 1: Monday
    weekday      int  not null check (weekday between 1 and 7),
    at           time not null,
    primary key (organisation, weekday, at)
);
