package dev.punctual.gateway.upkeep;

import dev.punctual.store.Upkeep;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is deleted how often. */
public enum UpkeepRound {
  /** What grows with each event. */
  HOURLY(
      "upkeep-hourly",
      "0 23 * * * *",
      List.of(
          Upkeep.PUBLISHED_EVENTS,
          Upkeep.PROCESSED_EVENTS,
          Upkeep.SESSIONS,
          Upkeep.PASSWORD_RESETS,
          Upkeep.SIGN_IN_FAILURES,
          Upkeep.CHAT_SESSIONS,
          Upkeep.IDEMPOTENCY_KEYS)),
  /** What grows slowly. */
  DAILY(
      "upkeep-daily",
      "0 47 3 * * *",
      List.of(
          Upkeep.TRASH,
          Upkeep.RECOVERIES,
          Upkeep.FUNCTION_RUNS,
          Upkeep.INVITATIONS,
          Upkeep.REPLAYED_DEAD_LETTERS,
          Upkeep.DELIVERIES));

  private final String jobName;
  private final String cron;
  private final List<Upkeep> parts;

  UpkeepRound(String jobName, String cron, List<Upkeep> parts) {
    this.jobName = jobName;
    this.cron = cron;
    this.parts = List.copyOf(parts);
  }

  /** The round of a job; empty: it is the job of none. */
  public static Optional<UpkeepRound> ofJob(String name) {
    return Arrays.stream(values()).filter(round -> round.jobName.equals(name)).findFirst();
  }

  /** The name of the Dapr job. */
  public String jobName() {
    return jobName;
  }

  /** When it is due: second, minute, hour, day of month, month, day of week, in UTC. */
  public String cron() {
    return cron;
  }

  List<Upkeep> parts() {
    return parts;
  }
}
