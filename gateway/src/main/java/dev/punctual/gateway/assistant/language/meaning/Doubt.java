package dev.punctual.gateway.assistant.language.meaning;

import java.util.List;

/**
 * What has to be asked before a sentence means one thing.
 *
 * @param question one sentence for people
 * @param from where the words in doubt begin, in UTF-16 code units; the answer takes their place
 * @param to where they end, exclusive; equal to {@code from}: the answer is put there
 * @param choices what it may mean; empty: the answer is free
 */
public record Doubt(String question, int from, int to, List<Choice> choices) {
  public Doubt {
    choices = List.copyOf(choices);
  }

  /** The sentence with the answer in the place of the words in doubt. */
  public String answered(String text, String answer) {
    return (text.substring(0, from).stripTrailing()
            + " "
            + answer.strip()
            + " "
            + text.substring(to).stripLeading())
        .strip();
  }
}
