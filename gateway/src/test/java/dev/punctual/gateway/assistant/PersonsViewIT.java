package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.assistant.language.Examples;
import dev.punctual.gateway.undo.Things;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a person sees, by REST: the reply to a sentence, the plan where there is one, and all as it
 * was before once it is undone.
 */
class PersonsViewIT {
  private static final List<String> FURNITURE =
      List.of(
          "add buy flight tickets tomorrow #travel #urgent p1",
          "add book a hotel #travel",
          "remind me about the dentist appointment tomorrow at 9",
          "add groceries",
          "add prepare the presentation on Friday #work p1",
          "add old invoice",
          "I'm done with old invoice",
          "Every Monday at 9 AM add a standup task",
          "Every Friday at 2 PM submit the report");

  @TestFactory
  Stream<DynamicTest> seesAndTakesBack() {
    return Examples.read("persons-view.txt").entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(), () -> sees(example.getKey(), example.getValue())));
  }

  private static void sees(String sentence, String expected) {
    Chat chat = Chat.begin();
    Things things = new Things(Chat.gateway(), chat.person());
    FURNITURE.forEach(one -> assertThat(chat.say(one).field("changeId")).as(one).isNotNull());
    chat.say("find flight tickets");
    Map<String, Object> before = things.all();

    Answer answer = chat.say(sentence);

    assertThat(told(answer)).isEqualTo(expected);
    if (answer.field("plan") != null) {
      assertThat(things.all()).as("nothing is done before the yes").isEqualTo(before);
      answer =
          chat.person().post("/api/v1/chat/plans/" + answer.text("plan.id") + "/confirm", null);
    }
    if (answer.field("changeId") == null) {
      assertThat(things.all()).isEqualTo(before);
    } else {
      assertThat(things.all()).isNotEqualTo(before);
      assertThat(answer.header("Change-Id")).isEqualTo(answer.text("changeId"));
      Answer undone =
          chat.person().post("/api/v1/changes/" + answer.text("changeId") + "/undo", null);
      assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
      assertThat(things.all()).isEqualTo(before);
    }
  }

  /** The reply, then what belongs to it. */
  private static String told(Answer answer) {
    StringBuilder told = new StringBuilder(answer.text("reply"));
    if (answer.field("plan") != null) {
      told.append("\nplan ").append(answer.text("plan.action"));
    }
    if (answer.field("choices") instanceof List<?> choices && !choices.isEmpty()) {
      told.append("\nchoices ").append(choices);
    }
    return told.append(answer.field("changeId") == null ? "" : "\nundo").toString();
  }
}
