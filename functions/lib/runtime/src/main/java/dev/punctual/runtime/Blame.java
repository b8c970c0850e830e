package dev.punctual.runtime;

import dev.punctual.runtime.secrets.SecretMissing;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.DatabaseFault.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** Whose fault a failure is (DESIGN §2). */
public final class Blame {
  private Blame() {}

  /** The first cause that tells; {@link Cause#UNEXPECTED} when none does. */
  public static Cause of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseFault fault) {
        return fault.blame();
      }
      if (cause instanceof SQLException sql) {
        return new DatabaseFault(sql).blame();
      }
      if (cause instanceof SchemaTooOld
          || cause instanceof SecretMissing
          || cause instanceof IOException
          || cause instanceof UncheckedIOException
          || cause instanceof TimeoutException) {
        return Cause.ENVIRONMENT;
      }
    }
    return Cause.UNEXPECTED;
  }

  /** A stable name of a failure: its SQLSTATE, else the name of its class. */
  static String code(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseFault fault) {
        return fault.sqlState();
      }
    }
    return failure.getClass().getSimpleName();
  }
}
