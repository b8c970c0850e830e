-- A reminder may follow the due.
ALTER TABLE reminder ADD COLUMN after text;
ALTER TABLE reminder DROP CONSTRAINT reminder_check;
ALTER TABLE reminder ADD CONSTRAINT reminder_when CHECK (num_nonnulls(at, before, after) = 1);

-- What else there is to say than a title.
ALTER TABLE notification ADD COLUMN detail text;

-- A reminder's story: why it did, or did not, fire. Kept as long as the reminder.
CREATE TABLE reminder_step (
  user_id     uuid NOT NULL,
  reminder_id uuid NOT NULL,
  seq         bigint GENERATED ALWAYS AS IDENTITY,
  at          timestamptz NOT NULL,
  what        text NOT NULL CHECK (what IN ('armed', 'cancelled', 'woken', 'handled', 'sent')),
  fire_at     timestamptz,
  zone        text,
  by          text,
  attempt     integer,
  result      text,
  detail      text,
  PRIMARY KEY (user_id, reminder_id, seq),
  FOREIGN KEY (user_id, reminder_id) REFERENCES reminder ON DELETE CASCADE
);

-- Ways to a person beside the application itself.
CREATE TABLE channel (
  user_id      uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id           uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('email', 'webhook', 'push')),
  name         text NOT NULL,
  target       text NOT NULL,
  -- What a webhook is signed with; what a browser's subscription encrypts to (RFC 8291), Base64url.
  secret       text,
  push_key     text,
  push_auth    text,
  enabled      boolean NOT NULL,
  status       text NOT NULL CHECK (status IN ('unproved', 'working', 'failing', 'gone')),
  last_error   text,
  last_sent_at timestamptz,
  version      integer NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (user_id, id),
  CHECK ((kind = 'webhook') = (secret IS NOT NULL)),
  CHECK ((kind = 'push') = (push_key IS NOT NULL)),
  CHECK ((kind = 'push') = (push_auth IS NOT NULL))
);
CREATE INDEX channel_by_age ON channel (user_id, created_at DESC, id DESC);

-- A notification on its way through a channel; without one, a test. While it is pending, timer_at is when its
-- timer is due: the end of the lease of whoever is sending it, or the next try.
CREATE TABLE delivery (
  user_id         uuid NOT NULL,
  id              uuid NOT NULL,
  channel_id      uuid NOT NULL,
  notification_id uuid,
  status          text NOT NULL CHECK (status IN ('pending', 'sent', 'failed', 'cancelled')),
  attempts        integer NOT NULL,
  timer_at        timestamptz,
  revision        integer NOT NULL,
  error           text,
  created_at      timestamptz NOT NULL,
  handled_at      timestamptz,
  PRIMARY KEY (user_id, id),
  UNIQUE (user_id, notification_id, channel_id),
  FOREIGN KEY (user_id, channel_id) REFERENCES channel ON DELETE CASCADE,
  FOREIGN KEY (user_id, notification_id) REFERENCES notification ON DELETE CASCADE,
  CHECK ((status = 'pending') = (timer_at IS NOT NULL)),
  CHECK ((status = 'pending') = (handled_at IS NULL))
);
CREATE INDEX delivery_by_channel ON delivery (user_id, channel_id, created_at DESC);
CREATE INDEX delivery_past_due ON delivery (timer_at) WHERE status = 'pending';
CREATE INDEX delivery_finished ON delivery (handled_at) WHERE handled_at IS NOT NULL;
