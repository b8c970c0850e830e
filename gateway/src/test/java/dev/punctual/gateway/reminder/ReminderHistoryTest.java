package dev.punctual.gateway.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.ReminderStep.What;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.ReminderSteps.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReminderHistoryTest {
  private static final List<Told> STEPS =
      List.of(
          step(1, What.ARMED, null),
          step(2, What.WOKEN, null),
          step(4, What.HANDLED, null),
          step(7, What.SENT, 3),
          step(8, What.ARMED, null),
          step(9, What.WOKEN, null),
          step(10, What.HANDLED, null));

  @Test
  void wakeUpsAreCountedAndWhatCameOfThemWithThem() {
    Page<ReminderStep> told = ReminderHistory.page(STEPS, HistoryCursor.START, 7);

    assertThat(told.items())
        .extracting(ReminderStep::attempt)
        .containsExactly(null, 1, 1, 3, null, 2, 2);
    assertThat(told.nextCursor()).isNull();
  }

  @Test
  void whatIsToldInPartsIsNumberedAsTheWhole() {
    List<ReminderStep> told = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      HistoryCursor from = HistoryCursor.of(cursor);
      Page<ReminderStep> page =
          ReminderHistory.page(
              STEPS.stream().filter(step -> step.seq() > from.seq()).limit(3).toList(), from, 2);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      told.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(told)
        .isEqualTo(ReminderHistory.page(STEPS, HistoryCursor.START, STEPS.size()).items());
  }

  @Test
  void aCursorThatNobodyGaveIsRefused() {
    for (String text : List.of("", "?", "MQ", "MS8y!", "LTEvMA")) {
      assertThatThrownBy(() -> HistoryCursor.of(text)).as(text).isInstanceOf(Refused.class);
    }
  }

  private static Told step(long seq, What what, @Nullable Integer attempt) {
    return new Told(
        seq, new ReminderStep(Instant.EPOCH, what, null, null, null, null, attempt, null, null));
  }
}
