-- when whoever decides was reminded of a request: some days before an answer is due, and on the day
alter table people.data_request add reminded_ahead timestamptz;
alter table people.data_request add reminded timestamptz;
create index data_request_due on people.data_request (due) where state = 'OPEN' and reminded is null;
