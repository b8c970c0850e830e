-- Series that repeat from completion count from when their last occurrence was done; null while one is open.
ALTER TABLE series ADD COLUMN done_at timestamptz;

-- Where "this and following" cut a series in two: who says it again edits what goes on from there.
CREATE TABLE series_split (
  user_id    uuid NOT NULL,
  series_id  uuid NOT NULL,
  occurrence text NOT NULL,
  rest_id    uuid NOT NULL,
  PRIMARY KEY (user_id, series_id, occurrence),
  FOREIGN KEY (user_id, series_id) REFERENCES series ON DELETE CASCADE,
  FOREIGN KEY (user_id, rest_id) REFERENCES series ON DELETE CASCADE
);
CREATE INDEX series_split_by_rest ON series_split (user_id, rest_id);

-- The version of the time zone database by which all timers were set. Empty: not known.
CREATE TABLE zone_rules (
  id      boolean PRIMARY KEY DEFAULT true CHECK (id),
  version text NOT NULL
);
INSERT INTO zone_rules (version) VALUES ('');
