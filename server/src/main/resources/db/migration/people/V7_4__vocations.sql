-- professions and specialities by the codes of the one list
update people.verification
set profession = case profession
        when 'DOCTOR' then 'physician'
        when 'LABORATORY_SCIENTIST' then 'laboratory-technician'
        else replace(lower(profession), '_', '-') end,
    speciality = case speciality
        when 'PULMONOLOGY' then 'pneumology'
        else replace(lower(speciality), '_', '-') end;
