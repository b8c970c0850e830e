package dev.punctual.store;

import java.sql.Connection;
import java.time.Duration;

/**
 * What is deleted once nobody can need it any more. Each call takes a portion, so that no
 * transaction grows long; what another call is deleting at this moment is left to it.
 */
public enum Upkeep {
  /** Marks of handled events: Kafka keeps due events for 7 days, dead letters may come later. */
  PROCESSED_EVENTS("processed_event", "processed_at", Duration.ofDays(30)),
  /** Published events: kept for streams that replay. */
  PUBLISHED_EVENTS("outbox", "published_at", Duration.ofDays(7)),
  /** Deleted tasks, with their reminders, notifications and history. */
  TRASH("task", "deleted_at", Duration.ofDays(30)),
  /** What was tried again, when it has not been tried for longer than the longest pause. */
  RECOVERIES("recovery", "last_at", Duration.ofDays(7)),
  /** Processes of functions, but the last of each that handled something. */
  FUNCTION_RUNS("function_run", "seen_at", Duration.ofDays(30)),
  /** Dead letters that were sent again. */
  REPLAYED_DEAD_LETTERS("dead_letter", "replayed_at", Duration.ofDays(30)),
  /** Deliveries that were sent, given up or cancelled. */
  DELIVERIES("delivery", "handled_at", Duration.ofDays(30)),
  /** What people had sent by asking for it: counted over a day. */
  ASKED_SENDS("asked_send", "at", Duration.ofDays(2)),
  /** Codes that do not work any more. */
  CHANNEL_CODES("channel_code", "expires_at", Duration.ZERO),
  /** Sessions that have run out. */
  SESSIONS("session", "expires_at", Duration.ZERO),
  /** Invitations that have run out. */
  INVITATIONS("invitation", "expires_at", Duration.ZERO),
  /** Links that set a password and have run out. */
  PASSWORD_RESETS("password_reset", "expires_at", Duration.ZERO),
  /** Sign-ins that failed: forgotten after a day without another. */
  SIGN_IN_FAILURES("sign_in_failure", "last_at", Duration.ofDays(1)),
  /** Conversations that have run out. */
  CHAT_SESSIONS("chat_session", "expires_at", Duration.ZERO),
  /** Answers for writes that are sent again. */
  IDEMPOTENCY_KEYS("idempotency_key", "created_at", Duration.ofHours(24));

  private static final String NOT_THE_LAST_RUN =
      "AND EXISTS (SELECT FROM function_run newer WHERE newer.function = old.function"
          + " AND newer.first_commit_at IS NOT NULL AND newer.started_at > old.started_at)";

  private final String table;
  private final String column;
  private final Duration kept;

  Upkeep(String table, String column, Duration kept) {
    this.table = table;
    this.column = column;
    this.kept = kept;
  }

  /** For how long after the moment in its column a row is kept. */
  public Duration kept() {
    return kept;
  }

  /**
   * Deletes what is older than {@link #kept}, by the database's clock.
   *
   * @param limit at most so many rows
   * @return how many were deleted; less than {@code limit}: nothing more is old enough
   */
  public int purge(Connection connection, int limit) {
    return switch (this) {
      case PUBLISHED_EVENTS -> count(connection, deleteEvents(), limit);
      case TRASH -> count(connection, deleteTasks(), limit);
      case FUNCTION_RUNS ->
          Sql.update(connection, delete(NOT_THE_LAST_RUN), kept.toString(), limit);
      case PROCESSED_EVENTS,
          RECOVERIES,
          REPLAYED_DEAD_LETTERS,
          DELIVERIES,
          ASKED_SENDS,
          CHANNEL_CODES,
          SESSIONS,
          INVITATIONS,
          PASSWORD_RESETS,
          SIGN_IN_FAILURES,
          CHAT_SESSIONS,
          IDEMPOTENCY_KEYS ->
          Sql.update(connection, delete(), kept.toString(), limit);
    };
  }

  private int count(Connection connection, String sql, int limit) {
    return Sql.one(connection, sql, row -> row.integer("rows"), kept.toString(), limit)
        .orElseThrow();
  }

  private String deleteEvents() {
    return "WITH gone AS ("
        + delete()
        + " RETURNING position),"
        + " noted AS (UPDATE outbox_purged SET position = greatest(position, (SELECT max(position)"
        + " FROM gone)) WHERE EXISTS (SELECT FROM gone))"
        + " SELECT count(*) AS rows FROM gone";
  }

  private String deleteTasks() {
    return "WITH gone AS ("
        + delete()
        + " RETURNING user_id, id),"
        + " with_reminders AS (SELECT user_id, id FROM gone UNION ALL"
        + " SELECT r.user_id, r.id FROM reminder r"
        + " JOIN gone g ON g.user_id = r.user_id AND g.id = r.task_id),"
        + " forgotten AS (DELETE FROM change c USING with_reminders g"
        + " WHERE c.user_id = g.user_id AND c.subject_id = g.id)"
        + " SELECT count(*) AS rows FROM gone";
  }

  private String delete() {
    return delete("");
  }

  private String delete(String condition) {
    return ("DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s AS old"
            + " WHERE %2$s < now() - ?::interval %3$s"
            + " ORDER BY %2$s LIMIT ? FOR UPDATE SKIP LOCKED))")
        .formatted(table, column, condition);
  }
}
