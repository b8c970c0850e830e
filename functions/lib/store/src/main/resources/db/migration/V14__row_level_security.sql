-- The second wall (docs/decisions/018): a statement that forgets its owner finds nothing. Two roles without a login,
-- made before the migrations (Roles.java), own no table:
--   punctual_service  the product itself: relay, timekeeper, functions, sign-in, upkeep
--   punctual_person   what a person asks for, in a transaction that names the person

-- All at once and in everybody's order, or somebody who writes meanwhile would wait for us as we for them.
SET LOCAL lock_timeout = '10s';
LOCK TABLE account, series, task, reminder, channel, delivery, api_token, asked_send, change, channel_code, chat_session,
  feed, filter, idempotency_key, identity, invitation, model_use, notification, outbox, password_reset, recovery,
  reminder_step, series_split, session, sign_in_token, tag, timer IN ACCESS EXCLUSIVE MODE;

-- Null where no person is named: then no row is anybody's.
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('punctual.person', true), '')::uuid;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO punctual_service;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO punctual_service;
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM punctual_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO punctual_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO punctual_service;

-- What people have.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'api_token', 'asked_send', 'change', 'channel', 'channel_code', 'chat_session', 'delivery', 'feed', 'filter',
    'idempotency_key', 'identity', 'invitation', 'model_use', 'notification', 'outbox', 'reminder', 'reminder_step',
    'series', 'series_split', 'session', 'tag', 'task', 'timer']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY service ON %I TO punctual_service USING (true)', owned);
    EXECUTE format('CREATE POLICY own ON %I TO punctual_person USING (user_id = current_person())', owned);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO punctual_person', owned);
  END LOOP;
END
$$;

-- Who is an administrator, and who leaves, is not decided in a person's name.
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON account TO punctual_service USING (true);
CREATE POLICY own ON account TO punctual_person USING (id = current_person());
GRANT SELECT ON account TO punctual_person;
GRANT UPDATE (name, zone, login, email, password_hash, locale, week_start, working_from, working_to, evening)
  ON account TO punctual_person;

-- A link that signs in may be ended, and never comes to life again.
ALTER TABLE sign_in_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON sign_in_token TO punctual_service USING (true);
CREATE POLICY own ON sign_in_token TO punctual_person USING (user_id = current_person())
  WITH CHECK (user_id = current_person() AND expires_at <= now());
GRANT SELECT (user_id), UPDATE (expires_at) ON sign_in_token TO punctual_person;

-- Resets belong to the door, before it is known who comes; recovery to the timekeeper.
ALTER TABLE password_reset ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON password_reset TO punctual_service USING (true);
ALTER TABLE recovery ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON recovery TO punctual_service USING (true);

-- Nobody's: how far events were purged, and the numbers of new rows.
GRANT SELECT ON outbox_purged TO punctual_person;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO punctual_person;

-- Two doors in the wall, each as wide as its answer: whether a name or address is somebody else's, and how often codes
-- were sent to an address by whomever. They run as the owner of the tables.
CREATE FUNCTION account_taken(wanted_login text, wanted_email text, besides uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (SELECT FROM account WHERE (login = wanted_login OR email = wanted_email) AND id <> besides);

CREATE FUNCTION codes_sent(target bytea, since timestamptz) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN (SELECT count(*) FROM asked_send WHERE target_hash = target AND what = 'code' AND at > since);

REVOKE EXECUTE ON FUNCTION account_taken, codes_sent FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_taken, codes_sent TO punctual_service, punctual_person;

-- Behind a policy an index of trigrams is of no use (docs/decisions/014). Until nobody goes back to the release before,
-- which searches by it, task_by_words and find_pattern stay.
