-- The UID by which a calendar file knew a task or series; null: its own id. It goes with its row.
ALTER TABLE task ADD COLUMN uid text;
ALTER TABLE series ADD COLUMN uid text;
CREATE INDEX task_by_uid ON task (user_id, uid) WHERE uid IS NOT NULL;
CREATE INDEX series_by_uid ON series (user_id, uid) WHERE uid IS NOT NULL;

-- Calendar files that are read without a session, at an address that is a secret. Only its hash is kept.
CREATE TABLE feed (
  user_id      uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id           uuid NOT NULL,
  name         text NOT NULL,
  token_hash   bytea NOT NULL UNIQUE,
  created_at   timestamptz NOT NULL,
  last_read_at timestamptz,
  PRIMARY KEY (user_id, id)
);
