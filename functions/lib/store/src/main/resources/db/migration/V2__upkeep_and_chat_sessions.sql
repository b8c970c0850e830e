-- How far the outbox has been purged: a stream that asks for less cannot be told everything.
CREATE TABLE outbox_purged (
  id       boolean PRIMARY KEY DEFAULT true CHECK (id),
  position bigint NOT NULL
);
INSERT INTO outbox_purged (position) VALUES (0);

CREATE INDEX session_by_end ON session (expires_at);
CREATE INDEX task_in_trash ON task (deleted_at) WHERE deleted_at IS NOT NULL;
-- What a task takes with it when it is deleted for good.
CREATE INDEX notification_by_task ON notification (user_id, task_id);

-- What the assistant remembers of a conversation, where no state store of Dapr keeps it.
CREATE TABLE chat_session (
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id         uuid NOT NULL,
  etag       uuid NOT NULL,
  state      text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, id)
);
CREATE INDEX chat_session_by_end ON chat_session (expires_at);
