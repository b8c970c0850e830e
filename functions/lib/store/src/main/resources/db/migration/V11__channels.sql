-- Only columns with defaults and tables of their own: the release before this one runs on it as well.

-- A channel that failed rests: none of its deliveries is tried before retry_at. Null: the last try did not fail.
ALTER TABLE channel ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE channel ADD COLUMN retry_at timestamptz;

-- E-mail goes only where somebody has said that it is wanted there, with a code that was mailed to that address.
ALTER TABLE channel ADD COLUMN confirmed boolean NOT NULL DEFAULT false;

-- The codes that would confirm a channel's address; only their hash is kept.
CREATE TABLE channel_code (
  user_id    uuid NOT NULL,
  channel_id uuid NOT NULL,
  code_hash  bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, channel_id, code_hash),
  FOREIGN KEY (user_id, channel_id) REFERENCES channel ON DELETE CASCADE
);
CREATE INDEX channel_code_expired ON channel_code (expires_at);

-- What people had sent to channels by asking for it. It outlives the channel, and without a name its person, for what
-- is counted is how often somebody's address, or our server, was made use of.
CREATE TABLE asked_send (
  id          uuid PRIMARY KEY,
  user_id     uuid REFERENCES account ON DELETE SET NULL,
  what        text NOT NULL,
  target_hash bytea NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX asked_send_by_person ON asked_send (user_id, at);
CREATE INDEX asked_send_by_target ON asked_send (target_hash, at);
CREATE INDEX asked_send_by_age ON asked_send (at);

-- When all is resolved a second time by a new time zone database; null: it was.
ALTER TABLE zone_rules ADD COLUMN again_at timestamptz;

-- Reminders of a series' occurrences that follow the due; those that come before it are in "reminders".
ALTER TABLE series ADD COLUMN reminders_after text[] NOT NULL DEFAULT '{}';
