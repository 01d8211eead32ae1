-- registers in which health professionals stand; the operators keep the names. What is put in here
-- was written from memory, hence not checked until an operator says so
create table people.professional_order (
    code    text primary key,
    name    text    not null,
    checked boolean not null,
    -- whether a professional can choose it; claims that name it keep it
    offered boolean not null default true
);
create unique index professional_order_name on people.professional_order (lower(name));
insert into people.professional_order (code, name, checked) values
    ('CNOM', 'Conseil national de l''Ordre des médecins (CNOM)', false),
    ('CNOP', 'Conseil national de l''Ordre des pharmaciens', false),
    ('ONIC', 'Ordre national des infirmiers du Congo (ONIC)', false);
alter table people.verification
    add foreign key (professional_order) references people.professional_order;
