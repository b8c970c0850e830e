package dev.punctual.cluster;

import org.jspecify.annotations.Nullable;

/** A test cannot go on; the message is a sentence for a person. */
public final class Failed extends RuntimeException {
  public Failed(String sentence) {
    this(sentence, null);
  }

  public Failed(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  public static Failed interrupted() {
    Thread.currentThread().interrupt();
    return new Failed("Interrupted.");
  }
}
