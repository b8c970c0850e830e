CREATE SEQUENCE outbox_position;
CREATE TABLE person (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  title text NOT NULL,
  folded text GENERATED ALWAYS AS (lower(title)) STORED,
  data jsonb,
  bytes bytea,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE lease (name text PRIMARY KEY, epoch bigint NOT NULL);
INSERT INTO lease VALUES ('relay', 0);
