package dev.punctual.store;

import java.sql.SQLException;
import java.util.Set;

/** PostgreSQL answered with an error, or did not answer. */
public final class DatabaseFault extends RuntimeException {
  private static final Set<String> ENVIRONMENT_CLASSES = Set.of("08", "28", "40", "53", "58");
  private static final Set<String> ENVIRONMENT_STATES = Set.of("25006", "55P03");
  private static final Set<String> RECORD_CLASSES = Set.of("22", "23");

  private final String sqlState;

  public DatabaseFault(SQLException cause) {
    super(cause.getMessage(), cause);
    this.sqlState = cause.getSQLState() == null ? "08000" : cause.getSQLState();
  }

  /** Whose fault it is (DESIGN §2). */
  public enum Cause {
    /** The same again may succeed: a lost connection, a conflict, a full disk, a shutdown. */
    ENVIRONMENT,
    /** The data do not fit: the same again will fail. */
    RECORD,
    /** Neither is known: most likely our own mistake. */
    UNEXPECTED
  }

  /** SQLSTATE, five characters; 08000 when there was no answer at all. */
  public String sqlState() {
    return sqlState;
  }

  /** Whose fault it is, by the SQLSTATE (PostgreSQL manual, appendix A). */
  public Cause blame() {
    String sqlClass = sqlState.substring(0, 2);
    if (ENVIRONMENT_CLASSES.contains(sqlClass)
        || ENVIRONMENT_STATES.contains(sqlState)
        || sqlState.startsWith("57P")) {
      return Cause.ENVIRONMENT;
    }
    return RECORD_CLASSES.contains(sqlClass) ? Cause.RECORD : Cause.UNEXPECTED;
  }
}
