-- Keys under which people's POSTs may be sent again, written in the transaction of what they ask for. Without a
-- status there is no answer to give again: it holds a secret, is too large, or was cut short.
CREATE TABLE idempotency_key (
  user_id      uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  key          text NOT NULL,
  request_hash bytea NOT NULL,
  change_id    uuid NOT NULL,
  status       smallint,
  location     text,
  etag         text,
  body         text,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

-- How far a series had come before and after a change: nobody is shown it, but undo has to know.
ALTER TABLE change
  ADD COLUMN progress_before jsonb,
  ADD COLUMN progress_after  jsonb;
