-- The second wall (docs/decisions/018): a statement that forgets its owner finds nothing. Two roles without a login,
-- made before the migrations (Roles.java), own no table:
--   punctual_service  the product itself: relay, timekeeper, functions, sign-in, upkeep
--   punctual_person   what a person asks for, in a transaction that names the person

-- Null where no person is named: then no row is anybody's.
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('punctual.person', true), '')::uuid;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO punctual_service;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO punctual_service;
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM punctual_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO punctual_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO punctual_service;

-- What is a person's. Not granted to people: password_reset and sign_in_failure belong to the door before it is known
-- who comes, recovery to the timekeeper; of sign_in_token they may end their own.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'api_token', 'asked_send', 'change', 'channel', 'channel_code', 'chat_session', 'delivery', 'feed', 'filter',
    'idempotency_key', 'identity', 'invitation', 'model_use', 'notification', 'outbox', 'recovery', 'reminder',
    'reminder_step', 'series', 'series_split', 'session', 'tag', 'task', 'timer', 'sign_in_token', 'password_reset']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY service ON %I TO punctual_service USING (true)', owned);
    EXECUTE format('CREATE POLICY own ON %I TO punctual_person USING (user_id = current_person())', owned);
    IF owned NOT IN ('recovery', 'sign_in_token', 'password_reset') THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO punctual_person', owned);
    END IF;
  END LOOP;
END
$$;
GRANT SELECT (user_id), UPDATE (expires_at) ON sign_in_token TO punctual_person;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON account TO punctual_service USING (true);
CREATE POLICY own ON account TO punctual_person USING (id = current_person());
GRANT SELECT, UPDATE, DELETE ON account TO punctual_person;

-- Nobody's: how far events were purged, and the numbers of new rows.
GRANT SELECT ON outbox_purged TO punctual_person;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO punctual_person;

-- Two doors in the wall, each as wide as its answer: whether a name or address is somebody else's, and how often codes
-- were sent to an address by whomever. They run as the owner of the tables.
CREATE FUNCTION account_taken(wanted_login text, wanted_email text, besides uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  RETURN EXISTS (SELECT FROM account WHERE (login = wanted_login OR email = wanted_email) AND id <> besides);

CREATE FUNCTION codes_sent(target bytea, since timestamptz) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  RETURN (SELECT count(*) FROM asked_send WHERE target_hash = target AND what = 'code' AND at > since);

REVOKE EXECUTE ON FUNCTION account_taken, codes_sent FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_taken, codes_sent TO punctual_service, punctual_person;

-- LIKE is not leakproof: PostgreSQL applies the policy first, and then no index of trigrams is of use. Words are looked
-- for in one's own tasks, by user_id (docs/decisions/014). Its function stays a release longer.
DROP INDEX task_by_words;
