-- How people sign in. login is the name, folded, of those who have a password: it is what they sign in with.
ALTER TABLE account
  ADD COLUMN login         text UNIQUE,
  ADD COLUMN email         text UNIQUE,
  ADD COLUMN password_hash text,
  ADD COLUMN administrator boolean NOT NULL DEFAULT false,
  ADD CHECK ((login IS NULL) = (password_hash IS NULL));
UPDATE account SET administrator = true
WHERE id = (SELECT id FROM account ORDER BY created_at, id LIMIT 1);

-- What a person prefers. Times are local times of day.
ALTER TABLE account
  ADD COLUMN locale       text NOT NULL DEFAULT 'en',
  ADD COLUMN week_start   text NOT NULL DEFAULT 'monday'
    CHECK (week_start IN ('monday', 'saturday', 'sunday')),
  ADD COLUMN working_from time NOT NULL DEFAULT '09:00',
  ADD COLUMN working_to   time NOT NULL DEFAULT '17:00',
  ADD COLUMN evening      time NOT NULL DEFAULT '18:00',
  ADD CHECK (working_from < working_to);

-- A session by which its person can name it, apart from the secret.
ALTER TABLE session
  ADD COLUMN id           uuid NOT NULL DEFAULT uuidv7(),
  ADD COLUMN user_agent   text,
  ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
  ADD UNIQUE (user_id, id);

-- What a program signs in with. Only a hash is kept.
CREATE TABLE api_token (
  user_id      uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id           uuid NOT NULL,
  name         text NOT NULL,
  token_hash   bytea NOT NULL UNIQUE,
  scope        text NOT NULL CHECK (scope IN ('read', 'write')),
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (user_id, id)
);

-- An account for somebody else, once. user_id is who invites. Only a hash is kept.
CREATE TABLE invitation (
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  id         uuid NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, id)
);
CREATE INDEX invitation_by_end ON invitation (expires_at);

-- Sign-ins that failed since the last that succeeded, by account, address, and both together. The key is a hash:
-- what was typed may be a password.
CREATE TABLE sign_in_failure (
  key      text PRIMARY KEY,
  failures integer NOT NULL,
  last_at  timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_by_age ON sign_in_failure (last_at);

-- Who somebody is by the word of an issuer (OpenID Connect).
CREATE TABLE identity (
  issuer     text NOT NULL,
  subject    text NOT NULL,
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_by_person ON identity (user_id);

-- Links that set a password, once. Only a hash is kept.
CREATE TABLE password_reset (
  token_hash bytea PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX password_reset_by_person ON password_reset (user_id);
CREATE INDEX password_reset_by_end ON password_reset (expires_at);
