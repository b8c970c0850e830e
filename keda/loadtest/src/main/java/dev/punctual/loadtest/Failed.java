package dev.punctual.loadtest;

import org.jspecify.annotations.Nullable;

/** The load test cannot go on; the message is a sentence for a person. */
final class Failed extends RuntimeException {
  Failed(String sentence) {
    this(sentence, null);
  }

  Failed(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  static Failed interrupted() {
    Thread.currentThread().interrupt();
    return new Failed("Interrupted.");
  }
}
