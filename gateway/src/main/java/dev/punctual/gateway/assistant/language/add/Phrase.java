package dev.punctual.gateway.assistant.language.add;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.gateway.assistant.language.meaning.Addition;
import dev.punctual.gateway.assistant.language.meaning.Addition.OneTask;
import dev.punctual.gateway.assistant.language.meaning.Addition.Recurring;
import dev.punctual.gateway.assistant.language.meaning.Addition.Unsure;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Ahead;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Rank;
import dev.punctual.gateway.assistant.language.piece.Piece.Repeat;
import dev.punctual.gateway.assistant.language.scan.Rhythm;
import dev.punctual.gateway.assistant.language.scan.Scan;
import dev.punctual.gateway.assistant.language.scan.Selection;
import dev.punctual.gateway.assistant.language.scan.Timing;
import dev.punctual.gateway.assistant.language.scan.Twice;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.TaskDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence read as something to add.
 *
 * @param scan all that was found
 * @param chosen what of it counts
 */
public record Phrase(Scan scan, Scan chosen, Title title, Speaker speaker) {
  private static final RelativeReminder WHEN_DUE = RelativeReminder.before("PT0S");

  public static Phrase of(Tokens tokens, Speaker speaker) {
    Scan scan = Scan.of(tokens, speaker);
    Scan chosen = Selection.of(scan);
    return new Phrase(scan, chosen, Title.of(chosen), speaker);
  }

  /** Whether it says when, how often, with which tags, or that something is to be added. */
  public boolean asksToAdd() {
    return !title.command().isEmpty() || !chosen.found().isEmpty();
  }

  public Addition addition() {
    if (title.text().isEmpty()) {
      return new Unsure(atEnd("What shall I call it?"));
    }
    Doubt twice = Timing.unclear(chosen) == null ? Twice.of(scan) : null;
    if (twice != null) {
      return new Unsure(twice);
    }
    Found repeat = chosen.where(Repeat.class::isInstance).orElse(null);
    if (repeat != null) {
      return switch (Rhythm.of(chosen, ((Repeat) repeat.piece()).repeating(), speaker)) {
        case Rhythm.Known known -> new Recurring(series(known), known.remark());
        case Rhythm.Open(Doubt doubt) -> new Unsure(doubt);
      };
    }
    return switch (Timing.of(chosen, speaker)) {
      case Timing.Known(When when) when wantsTime(when) ->
          new Unsure(atEnd("When shall I remind you?"));
      case Timing.Known(When when) -> new OneTask(task(when), reminders(), remark(when));
      case Timing.Open(Doubt doubt) -> new Unsure(doubt);
    };
  }

  /** As far as it is understood: without what is in doubt. */
  TaskDraft known() {
    return task(When.NEVER);
  }

  List<RelativeReminder> reminders() {
    List<RelativeReminder> reminders = new ArrayList<>();
    for (Found found : chosen.found()) {
      if (found.piece() instanceof Ahead(Length length)) {
        reminders.add(RelativeReminder.before(length.toString()));
      }
    }
    boolean soon = chosen.first(Piece.Moment.class).isPresent();
    if (reminders.isEmpty() && (title.reminds() || soon)) {
      reminders.add(WHEN_DUE);
    }
    return reminders;
  }

  private boolean wantsTime(When when) {
    return when.due() == null && !reminders().isEmpty();
  }

  private String remark(When when) {
    boolean dayAlone = when.date() != null && when.time() == null && title.reminds();
    return dayAlone
        ? "A day without a time reminds at " + speaker.habits().morning() + "."
        : when.remark();
  }

  private TaskDraft task(When when) {
    return new TaskDraft(title.text(), null, null, priority(), tags(), when.due());
  }

  private SeriesDraft series(Rhythm.Known known) {
    return new SeriesDraft(
        title.text(),
        known.start(),
        null,
        known.rule(),
        null,
        tags(),
        priority(),
        List.of(),
        List.of(),
        null,
        known.repeat(),
        null,
        null,
        reminders());
  }

  private @Nullable Priority priority() {
    return chosen.first(Rank.class).map(Rank::priority).orElse(null);
  }

  private List<String> tags() {
    return chosen.found().stream()
        .map(Found::piece)
        .filter(Piece.Labels.class::isInstance)
        .flatMap(labels -> ((Piece.Labels) labels).tags().stream())
        .map(tag -> tag.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private Doubt atEnd(String question) {
    int end = chosen.tokens().text().length();
    return new Doubt(question, end, end, List.of());
  }
}
