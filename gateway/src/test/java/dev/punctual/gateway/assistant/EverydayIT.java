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
  void whatComesOftenIsToldForALaterDayToo() {
    say("every day except friday at 8 take pills");
    say("every monday standup at 9:15");
    assertThat(reply("what's due on saturday"))
        .contains("\n- \u201cTake pills\u201d: every week on Monday")
        .doesNotContain("Standup");
    assertThat(reply("what's due on friday"))
        .isEqualTo("There are no open tasks due Friday 6 March.");
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

  @Test
  void severalNamesAreSeveralThingsOrNothingIsDone() {
    for (String title : List.of("groceries", "the dentist", "salt and pepper", "2 reports")) {
      say("add " + title);
    }
    assertThat(reply("complete groceries and the dentist"))
        .isEqualTo(
            "This would complete 2 things: \u201cGroceries\u201d and \u201cDentist\u201d. Shall I?");
    assertThat(chat.statuses("tasks")).containsOnly("pending");
    say("yes");
    assertThat(reply("complete salt and pepper")).isEqualTo("Done: \u201cSalt and pepper\u201d.");
    assertThat(reply("delete 2 reports and the taxes"))
        .isEqualTo("Nothing was done. Nothing is called \u201ctaxes\u201d.");
    assertThat(reply("complete 2 reports")).isEqualTo("Done: \u201c2 reports\u201d.");
  }

  @Test
  void aNumberIsOneOfTheTitleOrSaysHowMany() {
    say("add water plants upstairs");
    say("add water plants outside");
    assertThat(reply("complete 2 water plants")).startsWith("This would complete 2 things: ");
    assertThat(reply("complete 3 water plants")).startsWith("Which one do you mean?");
  }

  @Test
  void whatWasDeletedIsToldAndBroughtBack() {
    assertThat(reply("what's in the trash")).isEqualTo("The trash is empty.");
    say("remind me about the dentist tomorrow at 9");
    say("delete the dentist");
    say("yes");
    assertThat(reply("what's in the trash"))
        .contains("\n- \u201cDentist\u201d, due tomorrow at 09:00");
    assertThat(reply("restore groceries"))
        .isEqualTo("Nothing in the trash is called \u201cgroceries\u201d.");
    assertThat(reply("bring back the dentist"))
        .isEqualTo("Took out of the trash: \u201cDentist\u201d, due tomorrow at 09:00.");
    assertThat(chat.titles()).containsExactly("Dentist");
    assertThat(chat.statuses("reminders")).containsExactly("scheduled");
    assertThat(reply("undo that")).isEqualTo("Taken back: \u201cDentist\u201d.");
    assertThat(chat.titles()).isEmpty();
  }

  @Test
  void aPauseWithAnEndIsAskedAbout() {
    say("every monday standup at 9:15");
    for (String timed : List.of("pause standup for a week", "pause the standup until friday")) {
      assertThat(reply(timed)).startsWith("A pause has no end of its own");
      assertThat(chat.statuses("series")).containsExactly("pending");
    }
    assertThat(reply("yes")).startsWith("Paused \u201cStandup\u201d.");
    assertThat(reply("start the standup again")).startsWith("Resumed \u201cStandup\u201d");
  }

  @Test
  void aCorrectionChangesWhatWasSpokenOfLastAndAddsNothing() {
    say("add call bob tomorrow at 9");
    assertThat(reply("no, at 6pm"))
        .isEqualTo("Changed: \u201cCall bob\u201d, due tomorrow at 18:00.");
    assertThat(reply("actually make it friday")).contains("due on Friday 6 March at 18:00");
    assertThat(reply("not friday, saturday")).contains("due on Saturday 7 March at 18:00");
    assertThat(reply("postpone it")).isEqualTo("To when, or by how long?");
    assertThat(reply("by two days")).contains("due on Monday 9 March at 18:00");
    say("every monday standup at 9:15");
    assertThat(reply("make it 10am instead")).contains("on Monday at 10:00");
    assertThat(chat.titles()).containsExactly("Call bob");
  }

  @Test
  void aCorrectionOfWhatIsAskedAboutIsItsAnswer() {
    say("add call bob tomorrow at 9");
    say("remind me to buy eggs");
    assertThat(reply("no, friday at 8am"))
        .startsWith("Added \u201cBuy eggs\u201d, due on Friday 6 March at 08:00.");
    assertThat(reply("find bob")).contains("due tomorrow at 09:00");
  }

  @Test
  void remindersAreSetEarlierAndAgain() {
    say("add dentist tomorrow at 9");
    assertThat(reply("remind me about the dentist an hour before"))
        .isEqualTo("I will remind you of \u201cDentist\u201d tomorrow at 08:00.");
    assertThat(reply("remind me about the dentist 2 days before"))
        .isEqualTo("So long before it is due is over already. Say a shorter time before it.");
    assertThat(reply("remind me two hours earlier")).isEqualTo("That long before it is due?");
    assertThat(reply("yes")).contains("tomorrow at 07:00");
    assertThat(reply("remind me again in 10 minutes"))
        .isEqualTo("No reminder has come that could be put off.");
    assertThat(chat.titles()).containsExactly("Dentist");
  }

  @Test
  void allThatIsDueIsMovedAndTheRestLeft() {
    say("add report today");
    say("add some day");
    assertThat(reply("push everything back a day"))
        .isEqualTo("Changed: \u201cReport\u201d, due tomorrow.");
    assertThat(reply("show tasks without a due date"))
        .contains("Some day")
        .doesNotContain("Report");
  }

  @Test
  void whatIsGivenUpIsSaidToBe() {
    say("add party friday");
    assertThat(reply("cancel the party"))
        .isEqualTo("Cancelled \u201cParty\u201d; it is not open any more.");
    assertThat(chat.statuses("tasks")).containsExactly("cancelled");
  }

  @Test
  void whatIsNotThereIsSaidAndNothingIsAdded() {
    for (String asked :
        List.of(
            "clear my day",
            "stop reminding me",
            "empty the trash",
            "copy groceries to tomorrow",
            "add a subtask buy candles to party",
            "that's wrong",
            "what did i add today",
            "what tags do I have",
            "show tasks with no tags",
            "every hour between 9 and 5 drink water",
            "every day at 8 except sunday run")) {
      Answer answer = say(asked);
      assertThat(answer.field("changeId")).as(asked).isNull();
      assertThat(answer.text("reply")).as(asked).doesNotContain("I did not understand");
    }
    assertThat(chat.titles()).isEmpty();
  }

  private Answer say(String message) {
    return chat.say(message);
  }

  private String reply(String message) {
    return chat.reply(message);
  }
}
