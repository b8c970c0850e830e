package dev.punctual.gateway.assistant.language.meaning;

/** What a sentence speaks of. */
public sealed interface Reference {

  /**
   * What was spoken of last.
   *
   * @param many whether it may be more than one: "them"
   */
  record It(boolean many) implements Reference {}

  /** Something by words of its title, as they were written. */
  record Named(String words) implements Reference {}

  /** Everything that is so. */
  record All(Wanted wanted) implements Reference {}
}
