package dev.punctual.local.backup;

/** A backup that cannot be made or taken; the message is one sentence for a person. */
public final class BackupException extends RuntimeException {
  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
