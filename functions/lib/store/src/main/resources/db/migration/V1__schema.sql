-- The rows of DESIGN §2 and §4. What belongs to a person has the person first in its key, so that no
-- statement can reach a row without naming the owner, and a person's rows lie together.

CREATE TABLE account (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  zone       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Links that sign in once (the embedded run prints one). Only a hash is kept.
CREATE TABLE sign_in_token (
  token_hash bytea PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);

CREATE TYPE priority AS ENUM ('high', 'medium', 'low');

CREATE TABLE tag (
  user_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  name    text NOT NULL,
  colour  text,
  PRIMARY KEY (user_id, name)
);

CREATE TABLE series (
  user_id         uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id              uuid NOT NULL,
  title           text NOT NULL,
  notes           text NOT NULL,
  tags            text[] NOT NULL,
  priority        priority NOT NULL,
  start           text NOT NULL,
  zone            text,
  rule            text,
  exdates         text[] NOT NULL,
  rdates          text[] NOT NULL,
  lead            text,
  repeat          text NOT NULL CHECK (repeat IN ('schedule', 'completion')),
  if_pending      text NOT NULL CHECK (if_pending IN ('skip', 'create')),
  on_missed       text NOT NULL CHECK (on_missed IN ('latest', 'skip', 'all')),
  reminders       text[] NOT NULL,
  status          text NOT NULL CHECK (status IN ('pending', 'active', 'paused', 'completed', 'cancelled')),
  paused_from     text CHECK (paused_from IN ('pending', 'active')),
  summary         text NOT NULL,
  -- The last occurrence decided and the next one to decide; timer_at is when the next one's timer is due.
  last_occurrence text,
  next_occurrence text,
  next_at         timestamptz,
  timer_at        timestamptz,
  -- Occurrences made later than the grace since the last one that was in time.
  made_late       integer NOT NULL DEFAULT 0,
  revision        integer NOT NULL,
  version         integer NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  PRIMARY KEY (user_id, id),
  CHECK ((status = 'paused') = (paused_from IS NOT NULL)),
  CHECK ((next_occurrence IS NULL) = (next_at IS NULL)),
  CHECK (status IN ('pending', 'active', 'paused') OR next_occurrence IS NULL)
);
CREATE INDEX series_by_age ON series (user_id, created_at, id);
CREATE INDEX series_past_due ON series (timer_at) WHERE status IN ('pending', 'active');

CREATE TABLE task (
  user_id        uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id             uuid NOT NULL,
  title          text NOT NULL,
  notes          text NOT NULL,
  status         text NOT NULL CHECK (status IN ('pending', 'active', 'completed', 'cancelled', 'skipped')),
  priority       priority NOT NULL,
  tags           text[] NOT NULL,
  due_local      timestamp,
  due_date       date,
  due_zone       text,
  due_at         timestamptz,
  series_id      uuid,
  occurrence     text,
  occurrence_key char(16),
  version        integer NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  completed_at   timestamptz,
  deleted_at     timestamptz,
  PRIMARY KEY (user_id, id),
  UNIQUE (user_id, occurrence_key),
  CHECK ((due_at IS NULL) = (due_zone IS NULL)),
  CHECK ((due_at IS NULL) = (due_local IS NULL AND due_date IS NULL)),
  CHECK ((series_id IS NULL) = (occurrence IS NULL)),
  CHECK ((series_id IS NULL) = (occurrence_key IS NULL)),
  CHECK (status <> 'skipped' OR series_id IS NOT NULL)
);
CREATE INDEX task_by_age ON task (user_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX task_by_occurrence ON task (user_id, series_id, occurrence) WHERE series_id IS NOT NULL;

CREATE TABLE reminder (
  user_id    uuid NOT NULL,
  id         uuid NOT NULL,
  task_id    uuid NOT NULL,
  at         timestamptz,
  before     text,
  status     text NOT NULL CHECK (status IN ('scheduled', 'delivered', 'suppressed', 'missed', 'cancelled', 'failed')),
  fire_at    timestamptz NOT NULL,
  handled_at timestamptz,
  revision   integer NOT NULL,
  version    integer NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, id),
  FOREIGN KEY (user_id, task_id) REFERENCES task ON DELETE CASCADE,
  CHECK ((at IS NULL) <> (before IS NULL))
);
CREATE INDEX reminder_by_task ON reminder (user_id, task_id);
CREATE INDEX reminder_by_age ON reminder (user_id, created_at DESC, id DESC);
CREATE INDEX reminder_past_due ON reminder (fire_at) WHERE status = 'scheduled';

CREATE TABLE notification (
  user_id     uuid NOT NULL,
  id          uuid NOT NULL,
  kind        text NOT NULL,
  title       text NOT NULL,
  task_id     uuid NOT NULL,
  reminder_id uuid,
  status      text NOT NULL CHECK (status IN ('unread', 'read')),
  created_at  timestamptz NOT NULL,
  read_at     timestamptz,
  PRIMARY KEY (user_id, id),
  FOREIGN KEY (user_id, task_id) REFERENCES task ON DELETE CASCADE
);
CREATE INDEX notification_by_age ON notification (user_id, created_at DESC, id DESC);

-- What history and undo read: one row for each thing that a write touched.
CREATE TABLE change (
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id         uuid NOT NULL,
  kind       text NOT NULL,
  subject_id uuid NOT NULL,
  actor      text NOT NULL,
  at         timestamptz NOT NULL,
  before     jsonb,
  after      jsonb,
  PRIMARY KEY (user_id, id, subject_id)
);
CREATE INDEX change_by_subject ON change (user_id, subject_id, at);

-- The ledger: what is to happen, and when. The truth about wake-ups.
CREATE TABLE timer (
  kind       text NOT NULL CHECK (kind IN ('series', 'reminder', 'delivery', 'overdue')),
  subject_id uuid NOT NULL,
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  due_at     timestamptz(0) NOT NULL,
  revision   integer NOT NULL,
  PRIMARY KEY (kind, subject_id)
);
CREATE INDEX timer_by_due ON timer (due_at);

-- Subjects whose due event came to nothing and was sent again, and how often.
CREATE TABLE recovery (
  kind       text NOT NULL,
  subject_id uuid NOT NULL,
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  due_at     timestamptz NOT NULL,
  attempts   integer NOT NULL,
  last_at    timestamptz NOT NULL,
  PRIMARY KEY (kind, subject_id)
);

-- Events on their way to Kafka. seq is drawn after the locks on the rows that an event speaks of; position
-- is given by the relay when the event is about to be published and never moves again.
CREATE TABLE outbox (
  seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id           uuid NOT NULL,
  user_id      uuid NOT NULL,
  topic        text NOT NULL,
  key          uuid NOT NULL,
  type         text NOT NULL,
  subject      uuid NOT NULL,
  source       text NOT NULL,
  time         timestamptz NOT NULL,
  traceparent  text,
  data         text NOT NULL,
  position     bigint,
  published_at timestamptz
);
CREATE INDEX outbox_new ON outbox (seq) WHERE position IS NULL;
CREATE INDEX outbox_unmarked ON outbox (position) WHERE published_at IS NULL;
CREATE INDEX outbox_replay ON outbox (user_id, position) WHERE topic = 'task-updates';
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;
CREATE SEQUENCE outbox_position;

-- Who may publish. Every transaction of the leader holds the row FOR SHARE; taking over updates it.
CREATE TABLE relay_lease (
  id         boolean PRIMARY KEY DEFAULT true CHECK (id),
  holder     uuid,
  epoch      bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
INSERT INTO relay_lease (holder, epoch, expires_at) VALUES (NULL, 0, '-infinity');

-- Inserted in the transaction of the effects: the first key of exactly-once handling.
CREATE TABLE processed_event (
  consumer     text NOT NULL,
  event_id     uuid NOT NULL,
  processed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX processed_event_by_age ON processed_event (processed_at);

CREATE TABLE dead_letter (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer    text NOT NULL,
  topic       text NOT NULL,
  partition   integer NOT NULL,
  "offset"    bigint NOT NULL,
  timestamp   bigint NOT NULL,
  key         bytea,
  value       bytea,
  code        text NOT NULL,
  message     text NOT NULL,
  at          timestamptz NOT NULL DEFAULT now(),
  replayed_at timestamptz,
  UNIQUE (consumer, topic, partition, "offset", timestamp)
);

-- What a process that lives for thirty seconds would take with it.
CREATE TABLE function_run (
  id              uuid PRIMARY KEY,
  function        text NOT NULL,
  started_at      timestamptz NOT NULL,
  first_commit_at timestamptz,
  seen_at         timestamptz NOT NULL,
  stopped_at      timestamptz,
  handled         bigint NOT NULL DEFAULT 0,
  dead_lettered   bigint NOT NULL DEFAULT 0,
  skipped         bigint NOT NULL DEFAULT 0
);
CREATE INDEX function_run_by_start ON function_run (function, started_at DESC);
