-- What words are searched in. Both extensions are trusted: whoever may create in the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A text without its case and accents: the one place where that is decided, for rows and for what is looked for.
-- Composed again in the end, so that a syllable of Hangul is not found within another.
CREATE FUNCTION find_normal(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  CASE WHEN octet_length($1) = length($1) THEN lower($1 COLLATE "pg_unicode_fast")
  ELSE normalize(
    replace(replace(translate(
      regexp_replace(
        casefold(normalize($1, NFKD) COLLATE "pg_unicode_fast"),
        '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]',
        '', 'g'),
      'øłđħıŧð', 'oldhitd'), 'æ', 'ae'), 'œ', 'oe'), NFKC)
  END;

-- The same for LIKE: anywhere within, and no character of it means more than itself.
CREATE FUNCTION find_pattern(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  '%' || regexp_replace(find_normal($1), '([\\%_])', '\\\1', 'g') || '%';

ALTER TABLE task ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (find_normal(title || E'\n' || notes)) STORED;
-- The person first, so that a word that everybody uses costs no more than one's own tasks.
CREATE INDEX task_by_words ON task USING gin (user_id, search gin_trgm_ops)
  WITH (gin_pending_list_limit = 256) WHERE deleted_at IS NULL;
CREATE INDEX task_by_due ON task (user_id, due_at, id) WHERE deleted_at IS NULL;

-- A tag's name is the person's word and may change; its id does not.
ALTER TABLE tag ADD COLUMN id uuid NOT NULL DEFAULT uuidv7();

-- Queries that a person keeps.
CREATE TABLE filter (
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id         uuid NOT NULL,
  name       text NOT NULL,
  q          text NOT NULL,
  sort       text NOT NULL,
  version    integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, id)
);
