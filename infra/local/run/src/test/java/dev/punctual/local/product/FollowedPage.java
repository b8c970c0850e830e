package dev.punctual.local.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of docs as instructions: a code block below {@code `path`:} is a new file, one below
 * {@code In `path`, before `words`:} or {@code after} belongs beside the line that begins with
 * these words. Other blocks are for people.
 */
final class FollowedPage {
  private static final Pattern STEP =
      Pattern.compile(
          "^(?:In )?`(?<file>[^`]+)`(?:, (?<where>before|after) `(?<words>[^`]+)`)?:\\n\\n"
              + "```\\w+\\n(?<code>.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private final List<Step> steps = new ArrayList<>();

  /**
   * One code block.
   *
   * @param where {@code before} or {@code after} the line; empty: the file is new
   */
  record Step(Path file, String where, String words, String code) {
    /** Lines of code, without imports, comments and blank lines. */
    long lines() {
      return code.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !isComment(line))
          .count();
    }

    private static boolean isComment(String line) {
      return line.startsWith("//") || line.startsWith("/*") || line.startsWith("*");
    }
  }

  FollowedPage(Path page) throws IOException {
    Matcher matcher = STEP.matcher(Files.readString(page));
    while (matcher.find()) {
      String where = matcher.group("where");
      steps.add(
          new Step(
              Path.of(matcher.group("file")),
              where == null ? "" : where,
              where == null ? "" : matcher.group("words"),
              matcher.group("code")));
    }
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Does what the page says in a repository. */
  void follow(Path home) throws IOException {
    for (Step step : steps) {
      Path file = home.resolve(step.file());
      if (step.where().isEmpty()) {
        Files.createDirectories(file.getParent());
        Path unused = Files.writeString(file, step.code());
      } else {
        insert(file, step);
      }
    }
  }

  private static void insert(Path file, Step step) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<Integer> found = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).strip().startsWith(step.words())) {
        found.add(line);
      }
    }
    // The last of them: a file's own sections come after what nests the same words.
    if (found.isEmpty()) {
      throw new IOException("no line of " + step.file() + " begins with " + step.words());
    }
    int at = found.getLast() + (step.where().equals("after") ? 1 : 0);
    lines.addAll(at, step.code().lines().toList());
    Path unused = Files.write(file, lines);
  }
}
