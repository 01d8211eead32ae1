-- with the apostrophe of print, as all that the pages say
update people.professional_order set name = replace(name, '''', '’') where code in ('CNOM', 'CNOP');
