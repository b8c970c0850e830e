-- What has been counted of rows that are deleted later, so that counters outlive both rows and gateways.
-- One row for each bucket of a histogram; what is only counted has the one bucket Infinity.
CREATE TABLE tally (
  metric  text NOT NULL,
  label   text NOT NULL,
  bucket  double precision NOT NULL,
  n       bigint NOT NULL,
  seconds double precision NOT NULL,
  PRIMARY KEY (metric, label, bucket)
);

-- How far each table has been counted.
CREATE TABLE tally_mark (
  source text PRIMARY KEY,
  up_to  timestamptz NOT NULL
);
INSERT INTO tally_mark VALUES ('outbox', now()), ('function_run', now());

-- How much of a process has been counted; a process that goes on is counted again.
ALTER TABLE function_run
  ADD COLUMN tallied_handled       bigint NOT NULL DEFAULT 0,
  ADD COLUMN tallied_dead_lettered bigint NOT NULL DEFAULT 0,
  ADD COLUMN tallied_start         boolean NOT NULL DEFAULT false;
