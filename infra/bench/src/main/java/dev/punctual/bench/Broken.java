package dev.punctual.bench;

/** What was measured did not work, so that its figures mean nothing. */
final class Broken extends RuntimeException {
  Broken(String sentence) {
    super(sentence);
  }

  Broken(String sentence, Throwable cause) {
    super(sentence + ": " + cause.getMessage(), cause);
  }

  static void unless(boolean holds, String sentence, Object... arguments) {
    if (!holds) {
      throw new Broken(sentence.formatted(arguments));
    }
  }
}
