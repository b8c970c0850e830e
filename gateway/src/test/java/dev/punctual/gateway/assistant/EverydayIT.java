package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people type who have read nothing: never a guess, and never more than was said. */
class EverydayIT {
  private final Chat chat = Chat.begin();

  @Test
  void anotherSentenceInPlaceOfAnAnswerIsAnotherSentence() {
    say("call bob at 5");
    assertThat(reply("lunch with sara friday 12:30"))
        .isEqualTo("Added \u201cLunch with sara\u201d, due on Friday 6 March at 12:30.");
    say("take meds twice a day");
    assertThat(reply("buy eggs, milk and bread"))
        .contains("Shall I add \u201cBuy eggs, milk and bread\u201d as a task?");
    say("water plants weekly");
    assertThat(reply("wednesday"))
        .startsWith("Added \u201cWater plants\u201d: every week on Wednesday");
    assertThat(chat.titles()).containsExactly("Lunch with sara");
  }

  @Test
  void whatIsNotUnderstoodIsAddedForAYes() {
    Answer offered = say("buy eggs, milk and bread");
    assertThat(offered.field("choices")).isEqualTo(List.of("Add it as a task"));
    assertThat(chat.titles()).isEmpty();
    assertThat(reply("yes")).isEqualTo("Added \u201cBuy eggs, milk and bread\u201d.");

    say("book flights asap");
    assertThat(reply("no")).isEqualTo("Left as it was.");
    say("book flights asap");
    assertThat(reply("on friday"))
        .isEqualTo("Added \u201cBook flights asap\u201d, due on Friday 6 March.");
    // A question is nothing to add.
    assertThat(say("is the rent paid").field("choices")).isEqualTo(List.of());
  }

  @Test
  void ofTwoTimesAndTwoDaysItIsAskedWhich() {
    assertThat(reply("remind me at 9am and 5pm to stretch")).isEqualTo("Do you mean 9am, or 5pm?");
    assertThat(reply("5pm")).startsWith("Added \u201cStretch\u201d, due today at 17:00.");
    say("call mum monday and dad tuesday");
    assertThat(reply("tuesday")).contains("due on Tuesday 10 March");
    say("gym mon wed fri 6am");
    assertThat(reply("1")).contains("every week on Monday, Wednesday and Friday at 06:00");
  }

  @Test
  void nothingIsSetForATimeThatIsOver() {
    assertThat(reply("call the plumber this morning"))
        .isEqualTo("It is 10:00: 09:00 is over for today. When do you mean?");
    assertThat(reply("tomorrow"))
        .isEqualTo(
            "Added \u201cCall the plumber\u201d, due tomorrow at 09:00. Morning is 09:00 for you.");
    assertThat(reply("move it to tonight"))
        .isEqualTo(
            "Changed: \u201cCall the plumber\u201d, due today at 18:00. Evening is 18:00 for you.");
  }

  @Test
  void undoTakesNothingBackWhileAPlanWaits() {
    say("remind me about the dentist tomorrow at 9");
    say("cancel my dentist reminder");
    say("delete the dentist");
    assertThat(say("undo that").field("changeId")).isNull();
    assertThat(chat.statuses("reminders")).containsExactly("cancelled");
    assertThat(reply("undo that")).isEqualTo("Taken back: the reminders of \u201cDentist\u201d.");
    assertThat(chat.statuses("reminders")).containsExactly("scheduled");
  }

  @Test
  void aPlanWhoseItemsChangedIsSaidNotToHaveBeenDone() {
    say("add fragile");
    say("delete fragile");
    chat.person().patch("/api/v1/tasks/" + chat.onlyTask(), "{\"notes\":\"keep\"}");

    assertThat(reply("yes")).startsWith("Nothing was done: something of it has changed meanwhile.");
    assertThat(chat.titles()).containsExactly("Fragile");
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    say("add tidy up #home");
    for (String same :
        List.of(
            "set the priority of tidy up to medium",
            "remove the tag work from tidy up",
            "rename tidy up to Tidy up",
            "cancel the reminder of tidy up")) {
      Answer answer = say(same);
      assertThat(answer.field("changeId")).as(same + ": " + answer.text("reply")).isNull();
      assertThat(answer.text("reply")).doesNotStartWith("Changed").doesNotStartWith("Cancelled");
    }
    assertThat(reply("undo that")).isEqualTo("Taken back: \u201cTidy up\u201d.");
    assertThat(chat.titles()).isEmpty();
  }

  @Test
  void lettersWithinAWordAndWordsInNotesAreAskedAbout() {
    say("add start the report");
    assertThat(reply("I'm done with art")).startsWith("Do you mean this one?");
    assertThat(chat.statuses("tasks")).containsExactly("pending");
    assertThat(reply("yes")).isEqualTo("Done: \u201cStart the report\u201d.");
    chat.person()
        .post("/api/v1/tasks", Json.write(Map.of("title", "Shop", "notes", "see the plumber")));
    assertThat(reply("complete the plumber")).startsWith("Do you mean this one?");
  }

  @Test
  void itIsOneThing() {
    say("add call bob");
    say("add write to bob");
    say("find bob");
    assertThat(reply("complete it")).startsWith("Which one do you mean?");
    say("find bob");
    assertThat(reply("complete all of them")).startsWith("This would complete 2 things");
  }

  @Test
  void whatRecursIsToldOfMovedAndDeleted() {
    say("every monday standup at 9:15");
    assertThat(reply("show my recurring tasks"))
        .startsWith("Recurring:\n- \u201cStandup\u201d: every week on Monday at 09:15");
    assertThat(reply("what's due next week")).contains("Recurring:\n- \u201cStandup\u201d");
    assertThat(reply("what's due today")).doesNotContain("Standup");
    assertThat(reply("when is the next standup")).contains("next on Monday 9 March at 09:15");
    assertThat(reply("move standup to tuesdays"))
        .startsWith("Changed \u201cStandup\u201d: every week on Tuesday at 09:15");
    assertThat(reply("change standup to 10am")).contains("on Tuesday at 10:00");
    assertThat(reply("rename it to daily sync")).startsWith("Changed \u201cdaily sync\u201d: ");
    assertThat(reply("complete daily sync")).contains("recurs, and no task of it is open now");
    assertThat(reply("move daily sync to friday")).contains("recurs. Say a time of day");
    assertThat(reply("stop all recurring tasks")).isEqualTo("One series at a time: say its name.");
    assertThat(reply("delete daily sync"))
        .isEqualTo("This would delete the series \u201cdaily sync\u201d. Shall I?");
    say("yes");
    assertThat(chat.statuses("series")).isEmpty();
  }

  @Test
  void notesTagsAndDuesAreChanged() {
    say("add party friday #fun #home");
    UUID id = chat.onlyTask();
    say("add note to party: bring cake");
    say("add a note buy candles to party");
    assertThat(chat.task(id).text("notes")).isEqualTo("bring cake\nbuy candles");
    say("push it back a day");
    assertThat(chat.task(id).text("due.date")).isEqualTo("2026-03-07");
    say("remove the due date of party");
    say("remove all tags from party");
    say("set party to high");
    assertThat(chat.task(id).field("due")).isNull();
    assertThat(chat.task(id).field("tags")).isEqualTo(List.of());
    assertThat(chat.task(id).text("priority")).isEqualTo("high");
  }

  @Test
  void remindersToComeAndTheTimeAreTold() {
    assertThat(reply("what reminders do i have")).isEqualTo("No reminder is still to come.");
    say("remind me about the dentist tomorrow at 9");
    assertThat(reply("what reminders do i have"))
        .isEqualTo("Reminders to come:\n- \u201cDentist\u201d tomorrow at 09:00");
    assertThat(reply("what time is it"))
        .isEqualTo("It is Wednesday 4 March, 10:00 (America/New_York).");
    assertThat(reply("thanks!")).isEqualTo("You are welcome.");
    assertThat(reply("what have i done today"))
        .isEqualTo("There are no completed tasks from today.");
  }

  private Answer say(String message) {
    return chat.say(message);
  }

  private String reply(String message) {
    return chat.reply(message);
  }
}
