package dev.punctual.gateway.assistant.offline;

import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.deed.Replies;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.language.Sentence;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Conversation.Pending;
import dev.punctual.gateway.assistant.turn.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Questions that a turn ends with, and the answers that the next one begins with. */
final class Pendings {
  private static final List<Set<String>> ORDINALS =
      List.of(
          Set.of("1", "first", "the first", "one", "the first one", "former"),
          Set.of("2", "second", "the second", "two", "the second one", "latter"),
          Set.of("3", "third", "the third", "three", "the third one"),
          Set.of("4", "fourth", "the fourth", "four"),
          Set.of("5", "fifth", "the fifth", "five"),
          Set.of("6", "sixth", "the sixth", "six"));

  /** A title that is longer is none. */
  private static final int MAX_OFFERED = 255;

  private Pendings() {}

  static Outcome ask(Context context, Doubt doubt) {
    return Outcome.asked(
        doubt.question(),
        new Pending(context.message(), doubt.from(), doubt.to(), doubt.choices(), List.of()));
  }

  /**
   * Nothing was understood: it may be added, for a yes.
   *
   * @param title as it would be called; empty: it is nothing to add
   */
  static Outcome offer(Context context, String title) {
    String lead = "I did not understand that.";
    if (title.isEmpty() || title.length() > MAX_OFFERED) {
      return Outcome.said(lead + " " + Offline.HELP);
    }
    return Outcome.asked(
        lead + " Shall I add " + context.replies().name(title) + " as a task? " + Offline.HELP,
        new Pending(
            context.message(), 0, 0, List.of(new Choice("Add it as a task", "add")), List.of()));
  }

  static Outcome whichTask(Context context, List<Task> tasks) {
    Replies replies = context.replies();
    return which(
        context,
        tasks.stream().map(Subject::of).toList(),
        tasks.stream().map(replies::line).toList());
  }

  static Outcome which(Context context, List<Subject> candidates) {
    Replies replies = context.replies();
    return which(
        context, candidates, candidates.stream().map(one -> replies.name(one.title())).toList());
  }

  private static Outcome which(Context context, List<Subject> candidates, List<String> lines) {
    StringBuilder question =
        new StringBuilder(lines.size() == 1 ? "Do you mean this one?" : "Which one do you mean?");
    for (int i = 0; i < lines.size(); i++) {
      question.append('\n').append(i + 1).append(". ").append(lines.get(i));
    }
    return Outcome.asked(
        question.toString(), new Pending(context.message(), 0, 0, List.of(), candidates));
  }

  /** The context with the sentence that is meant: an answer completes what was asked about. */
  static Context resolve(Context context) {
    Pending pending = context.conversation().pending();
    if (pending == null) {
      return context;
    }
    Intent said = Sentence.read(context.message(), context.speaker());
    boolean yes = said instanceof Intent.Agree;
    if (!pending.candidates().isEmpty()) {
      int chosen =
          pick(context.message(), yes, pending.candidates().stream().map(Subject::title).toList());
      return chosen < 0
          ? context
          : context.choosing(pending.sentence(), pending.candidates().get(chosen));
    }
    Doubt doubt = new Doubt("", pending.from(), pending.to(), pending.choices());
    int chosen = pick(context.message(), yes, pending.choices().stream().map(Choice::say).toList());
    if (chosen >= 0) {
      String clear = doubt.answered(pending.sentence(), pending.choices().get(chosen).instead());
      return context.saying(clear);
    }
    return switch (said) {
      case Intent.Offer offer -> completed(context, doubt, pending);
      case Intent.Add add -> completed(context, doubt, pending);
      case Intent.Ask ask -> completed(context, doubt, pending);
      // What was asked about is meant, not what was spoken of before.
      case Intent.Correct(var when, String words) ->
          completed(context.saying(words), doubt, pending);
      // Somebody who orders something else has left the question.
      default -> context;
    };
  }

  /** The whole sentence, where what was said completes it and is no other sentence. */
  private static Context completed(Context context, Doubt doubt, Pending pending) {
    String whole = doubt.answered(pending.sentence(), context.message());
    return whole.length() <= Sentence.MAX_TEXT && completes(context.speaker(), pending, whole)
        ? context.saying(whole)
        : context;
  }

  private static boolean completes(Speaker speaker, Pending pending, String whole) {
    String title = Sentence.title(pending.sentence(), speaker);
    boolean sameTitle = title.isEmpty() || title.equals(Sentence.title(whole, speaker));
    return switch (Sentence.read(whole, speaker)) {
      case Intent.Offer offer -> false;
      case Intent.Add add -> sameTitle;
      case Intent.Ask(Doubt next) ->
          sameTitle
              && !(Sentence.read(pending.sentence(), speaker) instanceof Intent.Ask(Doubt first)
                  && first.question().equals(next.question()));
      default -> true;
    };
  }

  private static int pick(String message, boolean yes, List<String> labels) {
    if (yes && labels.size() == 1) {
      return 0;
    }
    String said = message.strip().toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
    for (int i = 0; i < Math.min(labels.size(), ORDINALS.size()); i++) {
      if (ORDINALS.get(i).contains(said)) {
        return i;
      }
    }
    if (said.equals("last") || said.equals("the last one") || said.equals("the last")) {
      return labels.size() - 1;
    }
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i).toLowerCase(Locale.ROOT);
      if (label.equals(said)) {
        return i;
      }
      if (said.length() > 2 && label.contains(said)) {
        fitting.add(i);
      }
    }
    return fitting.size() == 1 ? fitting.getFirst() : -1;
  }
}
