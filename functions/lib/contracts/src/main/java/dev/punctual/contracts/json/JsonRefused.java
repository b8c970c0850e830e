package dev.punctual.contracts.json;

/** JSON that is not what was asked for. The message says what would be right. */
public final class JsonRefused extends RuntimeException {
  private final Reason reason;
  private final String field;

  JsonRefused(Reason reason, String field, String message) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  /** The same refusal of what lies within something larger. */
  public JsonRefused within(String outer) {
    String path = field.isEmpty() ? outer : outer + "." + field;
    return new JsonRefused(reason, path, outer + ": " + getMessage());
  }

  /** Why. */
  public enum Reason {
    /** It is not JSON, or is nested too deeply, or names a field twice. */
    SYNTAX,
    /** A field that must be there is not. */
    REQUIRED,
    /** A field has the wrong form. */
    INVALID,
    /** A field that nothing knows. */
    UNKNOWN_FIELD
  }

  public Reason reason() {
    return reason;
  }

  /** The path of the field, such as {@code due.zone} or {@code tags[2]}; empty for the whole. */
  public String field() {
    return field;
  }
}
