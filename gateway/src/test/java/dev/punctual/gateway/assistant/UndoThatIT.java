package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.undo.Things;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a turn did is one change, which "undo that" and {@code changes/{id}/undo} take back whole.
 */
class UndoThatIT {
  private final Chat chat = Chat.begin();
  private final Things things = new Things(Chat.gateway(), chat.person());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add buy milk tomorrow at 9 #errands p1, remind me an hour before",
        "Every Friday at 2 PM remind me to submit my weekly report",
        "change the priority of dentist to high",
        "add the tag health to dentist",
        "rename the dentist to the orthodontist",
        "move the dentist to Thursday 3pm",
        "postpone the dentist by 2 days",
        "I'm done with the dentist",
        "reopen groceries",
        "cancel the dentist",
        "remind me an hour before the dentist",
        "cancel my dentist reminder",
        "snooze the dentist until tomorrow at 8",
        "add a note to the dentist: bring the card",
        "remove the due date of the dentist",
        "rename the standup to daily sync",
        "move the standup to 10:30",
        "move the standup to every Tuesday",
        "delete the standup",
        "pause the standup",
        "stop the weekly standup",
        "skip the next standup",
        "delete the dentist",
        "delete everything tagged trip",
        "complete everything tagged trip",
        "complete book a hotel and pack the suitcase",
        "restore old invoice"
      })
  void aTurnIsTakenBackWholeAndDoneAgain(String sentence) {
    furnish();
    Map<String, Object> before = things.all();
    Answer done = chat.say(sentence);
    if (done.field("plan") != null) {
      assertThat(things.all()).isEqualTo(before);
      done = chat.say("yes");
    }
    Map<String, Object> after = things.all();
    assertThat(after).as(done.text("reply")).isNotEqualTo(before);

    Answer undone = chat.say("undo that");

    assertThat(undone.text("reply")).startsWith("Taken back");
    assertThat(things.all()).isEqualTo(before);
    assertThat(undone.header("Change-Id")).isEqualTo(undone.text("changeId"));
    assertThat(chat.reply("undo that")).startsWith("Taken back");
    assertThat(things.all()).isEqualTo(after);
  }

  @Test
  void theChangeOfATurnIsUndoneByItsIdToo() {
    furnish();
    Map<String, Object> before = things.all();
    Answer planned = chat.say("delete everything tagged trip");
    Answer done =
        chat.person().post("/api/v1/chat/plans/" + planned.text("plan.id") + "/confirm", null);

    Answer undone = chat.person().post("/api/v1/changes/" + done.text("changeId") + "/undo", null);

    assertThat(undone.field("tasks")).isEqualTo(2L);
    assertThat(things.all()).isEqualTo(before);
    assertThat(chat.reply("undo that"))
        .isEqualTo("Everything that it touched is as it was before.");
  }

  @Test
  void whatIsTakenBackIsNamedAndTheHistoryNamesTheAssistant() {
    chat.say("add buy milk");
    chat.say("rename buy milk to buy oat milk");

    assertThat(chat.reply("undo that")).isEqualTo("Taken back: \u201cBuy milk\u201d.");
    assertThat(chat.reply("complete it")).isEqualTo("Done: \u201cBuy milk\u201d.");

    Answer history = chat.person().get("/api/v1/tasks/" + chat.onlyTask() + "/history");
    assertThat((List<?>) history.field("items"))
        .hasSize(4)
        .allSatisfy(entry -> assertThat(((Map<?, ?>) entry).get("actor")).isEqualTo("assistant"));
  }

  @Test
  void whatStandsInTheWayIsToldAndLeft() {
    chat.say("add buy milk");
    chat.say("rename buy milk to buy oat milk");
    String task = "/api/v1/tasks/" + chat.onlyTask();
    chat.person().patch(task, "{\"title\":\"buy rice milk\"}");

    Answer refused = chat.say("undo that");

    assertThat(refused.text("reply")).contains("changed since");
    assertThat(refused.field("changeId")).isNull();
    assertThat(chat.person().get(task).text("title")).isEqualTo("buy rice milk");
  }

  @Test
  void nothingIsTakenBackWhereNothingWasDone() {
    assertThat(chat.reply("undo that")).isEqualTo("There is nothing here that I could take back.");
    chat.say("what's due this week");
    assertThat(chat.reply("undo that")).isEqualTo("There is nothing here that I could take back.");
  }

  private void furnish() {
    for (String sentence :
        List.of(
            "remind me about the dentist tomorrow at 9",
            "add groceries",
            "I'm done with groceries",
            "Every Monday at 9 AM add a standup task",
            "add old invoice",
            "add book a hotel #trip",
            "add pack the suitcase #trip")) {
      assertThat(chat.say(sentence).field("changeId")).as(sentence).isNotNull();
    }
    chat.say("delete old invoice");
    assertThat(chat.say("yes").field("changeId")).isNotNull();
  }
}
