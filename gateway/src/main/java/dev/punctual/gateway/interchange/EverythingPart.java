package dev.punctual.gateway.interchange;

/**
 * A list of {@code export.json} whose rows are told as they are. Each statement takes the person,
 * two ids that it goes on behind, and how many; it answers with {@code json}, {@code id} and {@code
 * further}, by which it is ordered. Secrets, and what only their hashes are kept of, are left out.
 */
enum EverythingPart {
  TAGS("tags", "tag", "'name', name, 'colour', colour"),
  FILTERS(
      "filters",
      "filter",
      "'name', name, 'q', q, 'sort', sort, 'createdAt', created_at, 'updatedAt', updated_at"),
  CHANNELS(
      "channels",
      "channel",
      "'id', id, 'kind', kind, 'name', name, 'target', target, 'enabled', enabled, 'status', status,"
          + " 'lastError', last_error, 'lastSentAt', last_sent_at, 'createdAt', created_at"),
  DELIVERIES(
      "deliveries",
      "delivery",
      "'id', id, 'channelId', channel_id, 'notificationId', notification_id, 'status', status,"
          + " 'attempts', attempts, 'error', error, 'createdAt', created_at, 'handledAt', handled_at"),
  FEEDS(
      "feeds",
      "feed",
      "'id', id, 'name', name, 'createdAt', created_at, 'lastReadAt', last_read_at"),
  TOKENS(
      "tokens",
      "api_token",
      "'id', id, 'name', name, 'scope', scope, 'createdAt', created_at, 'lastUsedAt', last_used_at"),
  SESSIONS(
      "sessions",
      "session",
      "'id', id, 'userAgent', user_agent, 'createdAt', created_at, 'lastUsedAt', last_used_at,"
          + " 'expiresAt', expires_at"),
  INVITATIONS(
      "invitations", "invitation", "'id', id, 'createdAt', created_at, 'expiresAt', expires_at"),
  CONVERSATIONS(
      "conversations", "chat_session", "'id', id, 'state', state, 'expiresAt', expires_at"),
  NOTIFICATIONS(
      "notifications",
      "notification",
      "'id', id, 'kind', kind, 'title', title, 'detail', detail, 'taskId', task_id, 'reminderId',"
          + " reminder_id, 'status', status, 'createdAt', created_at, 'readAt', read_at"),
  REMINDER_STEPS(
      "reminderSteps",
      "reminder",
      "'reminderId', id, 'steps', (SELECT json_agg(json_build_object('at', s.at, 'what', s.what,"
          + " 'fireAt', s.fire_at, 'zone', s.zone, 'by', s.by, 'attempt', s.attempt, 'result',"
          + " s.result, 'detail', s.detail) ORDER BY s.seq) FROM reminder_step s"
          + " WHERE s.user_id = reminder.user_id AND s.reminder_id = reminder.id)"),
  HISTORY(
      "history",
      "change",
      "subject_id",
      "'changeId', id, 'kind', kind, 'subjectId', subject_id, 'actor', actor, 'at', at,"
          + " 'before', before, 'after', after");

  private final String field;
  private final String sql;

  EverythingPart(String field, String table, String values) {
    this(field, table, "id", values);
  }

  EverythingPart(String field, String table, String further, String values) {
    this.field = field;
    this.sql =
        "SELECT json_build_object(%s)::text AS json, id, %s AS further FROM %s"
                .formatted(values, further, table)
            + " WHERE user_id = ? AND (id, %1$s) > (?::uuid, ?::uuid) ORDER BY id, %1$s LIMIT ?"
                .formatted(further);
  }

  /** What the list is called. */
  String field() {
    return field;
  }

  String sql() {
    return sql;
  }
}
