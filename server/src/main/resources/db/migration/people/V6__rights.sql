-- What people ask about their own data, and by when the law wants it answered. Who asks, how to
-- reach them and what they wrote is sealed.
create table people.data_request (
    id           uuid        not null primary key,
    organisation uuid        not null references people.organisation,
    kind         text        not null check (kind in
                     ('ACCESS', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'OBJECTION')),
    origin       text        not null check (origin in ('ACCOUNT', 'FORM', 'PAPER')),
    state        text        not null check (state in ('UNCONFIRMED', 'OPEN', 'GRANTED', 'REFUSED')),
    -- no reference: the request stays when the account is gone
    account      uuid,
    language     text        not null,
    -- name, contact and words of whoever asks, in one seal
    sealed       bytea       not null,
    asked        timestamptz not null,
    due          timestamptz not null,
    -- of the code by which a contact is confirmed; null once it is
    code         bytea,
    tries        int         not null default 0,
    origin_lookup bytea,
    decided_by   uuid,
    decided_at   timestamptz,
    answer       bytea,
    check ((state in ('GRANTED', 'REFUSED')) = (decided_by is not null)),
    check ((state = 'UNCONFIRMED') = (code is not null))
);
create index data_request_open on people.data_request (organisation, state, due);
create index data_request_account on people.data_request (account) where account is not null;
