package dev.punctual.local.train;

/** Why there are no caches, in a sentence. */
public final class TrainingFailed extends RuntimeException {
  TrainingFailed(String sentence) {
    super(sentence);
  }

  TrainingFailed(String sentence, Throwable cause) {
    super(sentence + ": " + cause.getMessage(), cause);
  }
}
