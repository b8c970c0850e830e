-- A page of a list by title, or of what was done lately, without reading all that a person has.
CREATE INDEX task_by_title ON task (user_id, title COLLATE "und-x-icu", id) WHERE deleted_at IS NULL;
CREATE INDEX task_by_completed ON task (user_id, completed_at, id) WHERE deleted_at IS NULL AND completed_at IS NOT NULL;
