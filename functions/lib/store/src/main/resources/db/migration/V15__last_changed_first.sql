-- What was changed last comes first: without it all of a person's tasks are read and sorted (130 ms of 10,000).
CREATE INDEX task_by_change ON task (user_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
