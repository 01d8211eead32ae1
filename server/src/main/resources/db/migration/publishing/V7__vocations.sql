-- professions by the codes of the one list
update publishing.piece_review
set profession = case profession
        when 'DOCTOR' then 'physician'
        when 'LABORATORY_SCIENTIST' then 'laboratory-technician'
        else replace(lower(profession), '_', '-') end;
