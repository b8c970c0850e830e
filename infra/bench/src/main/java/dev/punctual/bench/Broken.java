package dev.punctual.bench;

/** What was measured did not work, so that its figures mean nothing. */
public final class Broken extends RuntimeException {
  public Broken(String sentence) {
    super(sentence);
  }

  public Broken(String sentence, Throwable cause) {
    super(sentence + ": " + cause.getMessage(), cause);
  }

  public static void unless(boolean holds, String sentence, Object... arguments) {
    if (!holds) {
      throw new Broken(sentence.formatted(arguments));
    }
  }
}
