package dev.punctual.gateway.assistant.language.add;

import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.scan.Scan;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is left of a sentence when its pieces and its command are taken out.
 *
 * @param text as it was written, with a capital letter; empty: nothing is left
 * @param words the tokens it was made of
 * @param command the tokens of "add a task", "remind me to" and the like
 * @param reminds whether the command asks to be reminded
 */
public record Title(String text, List<Integer> words, List<Integer> command, boolean reminds) {
  private static final Set<String> POLITE =
      Set.of("please", "hey", "hi", "hello", "ok", "okay", "also", "and", "then", "so");

  /** What is left behind: thanks, and the verb of "the report is due on Friday". */
  private static final Set<String> BEHIND = Set.of("please", "pls", "thanks", "thx", "is", "are");

  private static final Set<String> REMIND = Set.of("remind", "rmind", "remid", "reminde", "reming");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "another", "my", "new");
  private static final Set<String> MAKE =
      Set.of("create", "make", "schedule", "set", "put", "plan", "new", "enter", "start");
  private static final Set<String> NOUNS =
      Set.of("task", "tasks", "todo", "reminder", "item", "entry", "event");
  private static final Set<String> KINDS = Set.of("recurring", "repeating", "daily", "weekly");
  private static final Set<String> LINKS =
      Set.of("to", "for", "about", "of", "that", "called", "named", ":");
  private static final Set<String> OBLIGED = Set.of("need", "have", "want", "must", "should");

  public Title {
    words = List.copyOf(words);
    command = List.copyOf(command);
  }

  public static Title of(Scan chosen) {
    Tokens tokens = chosen.tokens();
    List<Integer> rest = new ArrayList<>();
    int at = 0;
    for (Found found : chosen.found()) {
      addRange(rest, at, found.from());
      at = found.to();
    }
    addRange(rest, at, tokens.size());
    trim(tokens, rest);
    List<Integer> command = new ArrayList<>();
    boolean reminds = takeCommand(tokens, rest, command);
    trim(tokens, rest);
    return new Title(capital(text(tokens, rest)), rest, command, reminds);
  }

  /** Runs of neighbouring words keep what was written between them. */
  private static String text(Tokens tokens, List<Integer> words) {
    StringBuilder text = new StringBuilder();
    int start = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean runEnds = i + 1 == words.size() || words.get(i + 1) != words.get(i) + 1;
      if (runEnds) {
        String run = tokens.written(words.get(start), words.get(i) + 1);
        boolean joined = text.isEmpty() || run.startsWith(",");
        text.append(joined ? "" : " ").append(run);
        start = i + 1;
      }
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static String capital(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.indexOf(' ');
    String first = end < 0 ? text : text.substring(0, end);
    boolean own = !first.equals(first.toLowerCase(Locale.ROOT));
    int initial = text.codePointAt(0);
    return own
        ? text
        : Character.toString(Character.toTitleCase(initial))
            + text.substring(Character.charCount(initial));
  }

  private static boolean takeCommand(Tokens tokens, List<Integer> rest, List<Integer> command) {
    boolean reminds = false;
    boolean added = false;
    boolean more = true;
    while (more && !rest.isEmpty()) {
      int taken = polite(tokens, rest);
      if (taken == 0) {
        taken = remind(tokens, rest);
        reminds |= taken > 0;
      }
      if (taken == 0) {
        taken = obliged(tokens, rest);
      }
      if (taken == 0 && !added) {
        taken = add(tokens, rest);
        added = taken > 0;
        reminds |= hasReminder(tokens, rest, taken);
        if (added && rest.size() > taken + 1 && tokens.is(rest.getLast(), "task")) {
          command.add(rest.removeLast());
        }
      }
      more = taken > 0;
      for (int i = 0; i < taken; i++) {
        command.add(rest.removeFirst());
      }
    }
    return reminds;
  }

  private static int polite(Tokens tokens, List<Integer> rest) {
    if (POLITE.contains(word(tokens, rest, 0)) || word(tokens, rest, 0).equals(",")) {
      return 1;
    }
    String first = word(tokens, rest, 0);
    boolean asks = first.equals("can") || first.equals("could") || first.equals("would");
    return asks && word(tokens, rest, 1).equals("you") ? 2 : 0;
  }

  private static int remind(Tokens tokens, List<Integer> rest) {
    if (!REMIND.contains(word(tokens, rest, 0)) || !word(tokens, rest, 1).equals("me")) {
      return 0;
    }
    String link = word(tokens, rest, 2);
    boolean thing = link.equals("about") || link.equals("of");
    boolean article = thing && ARTICLES.contains(word(tokens, rest, 3));
    return LINKS.contains(link) ? article ? 4 : 3 : 2;
  }

  private static int obliged(Tokens tokens, List<Integer> rest) {
    if (word(tokens, rest, 0).equals("i") && OBLIGED.contains(word(tokens, rest, 1))) {
      return word(tokens, rest, 2).equals("to") ? 3 : 2;
    }
    if (word(tokens, rest, 0).equals("need") && word(tokens, rest, 1).equals("to")) {
      return 2;
    }
    if (word(tokens, rest, 0).equals("dont") && word(tokens, rest, 1).equals("forget")) {
      return LINKS.contains(word(tokens, rest, 2)) ? 3 : 2;
    }
    boolean forget =
        word(tokens, rest, 0).equals("don")
            && word(tokens, rest, 1).equals("'")
            && word(tokens, rest, 2).equals("t")
            && word(tokens, rest, 3).equals("forget");
    return !forget ? 0 : LINKS.contains(word(tokens, rest, 4)) ? 5 : 4;
  }

  private static int add(Tokens tokens, List<Integer> rest) {
    boolean add = word(tokens, rest, 0).equals("add");
    boolean make = MAKE.contains(word(tokens, rest, 0));
    int at = add || make ? 1 : 0;
    at += make && word(tokens, rest, at).equals("up") ? 1 : 0;
    while (ARTICLES.contains(word(tokens, rest, at))
        || (at > 0 && KINDS.contains(word(tokens, rest, at)) && isNoun(tokens, rest, at + 1))) {
      at++;
    }
    if (isNoun(tokens, rest, at)) {
      boolean linked = LINKS.contains(word(tokens, rest, at + 1));
      // "task: buy milk" commands; "task list for Bob" is a title.
      return at > 0 || word(tokens, rest, at + 1).equals(":") ? at + (linked ? 2 : 1) : 0;
    }
    return add ? at + (word(tokens, rest, at).equals(":") ? 1 : 0) : 0;
  }

  private static boolean isNoun(Tokens tokens, List<Integer> rest, int at) {
    return NOUNS.contains(word(tokens, rest, at));
  }

  private static boolean hasReminder(Tokens tokens, List<Integer> rest, int to) {
    return rest.subList(0, to).stream().anyMatch(at -> tokens.is(at, "reminder"));
  }

  private static String word(Tokens tokens, List<Integer> rest, int at) {
    return at < rest.size() ? tokens.word(rest.get(at)) : "";
  }

  private static void addRange(List<Integer> rest, int from, int to) {
    for (int i = from; i < to; i++) {
      rest.add(i);
    }
  }

  /** Without marks and links at either end that belong to what was taken out. */
  private static void trim(Tokens tokens, List<Integer> rest) {
    while (!rest.isEmpty() && isLoose(tokens.word(rest.getFirst()))) {
      rest.removeFirst();
    }
    while (!rest.isEmpty() && isLoose(tokens.word(rest.getLast()))) {
      rest.removeLast();
    }
    if (rest.size() > 1 && BEHIND.contains(tokens.word(rest.getLast()))) {
      rest.removeLast();
      trim(tokens, rest);
    }
  }

  private static boolean isLoose(String word) {
    return switch (word) {
      case ",", ":", ";", ".", "-", "\u2013", "\u2014" -> true;
      default -> false;
    };
  }
}
