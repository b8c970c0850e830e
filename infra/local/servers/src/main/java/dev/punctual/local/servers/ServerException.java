package dev.punctual.local.servers;

/** A server that cannot start or stop, and why; the message is one sentence for a person. */
public final class ServerException extends RuntimeException {

  /** What a caller can tell apart. */
  public enum Reason {
    /** Another process listens on the port that was asked for. */
    PORT_IN_USE,
    /** This machine lacks something: another operating system, no user namespaces for root. */
    NOT_SUPPORTED,
    /** The server did not come up; its own last words are in the message. */
    NOT_STARTED
  }

  private final Reason reason;

  ServerException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  ServerException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
