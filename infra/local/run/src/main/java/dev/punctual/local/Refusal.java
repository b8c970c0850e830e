package dev.punctual.local;

/** Why a command ends with status 1: one sentence that says what to do, shown as it is. */
public final class Refusal extends RuntimeException {
  public Refusal(String sentence) {
    super(sentence);
  }

  Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
