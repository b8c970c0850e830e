-- Only columns with defaults and tables of their own: the release before this one runs on it as well.

-- A channel that failed rests: none of its deliveries is tried before retry_at. Null: the last try did not fail.
ALTER TABLE channel ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE channel ADD COLUMN retry_at timestamptz;
