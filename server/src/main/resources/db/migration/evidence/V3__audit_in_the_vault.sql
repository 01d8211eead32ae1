-- Details are sealed by the vault, whose seals say in their first byte which form they have; the
-- server seals these anew at its start, and makes the hashes by which addresses are found.
update evidence.audit set details = '\x01'::bytea || details, address_lookup = null
where details is not null;

create index audit_oldest_seal on evidence.audit (id) where get_byte(details, 0) = 1;
