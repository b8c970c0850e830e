package dev.punctual.gateway.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller.Answer;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The assistant finds what REST finds, by the same query. */
class ChatFindIT {
  private final Chat chat = Chat.begin();

  @BeforeEach
  void furnish() {
    for (String sentence :
        List.of(
            "add café with Zoé tomorrow #friends",
            "add prepare the presentation on Friday #work p1",
            "add work out",
            "add call mum next Tuesday evening",
            "add buy stamps today #paperwork",
            "I'm done with buy stamps")) {
      assertThat(chat.say(sentence).field("changeId")).as(sentence).isNotNull();
    }
    chat.person()
        .post(
            "/api/v1/tasks",
            "{\"title\":\"File the tax return\",\"tags\":[\"paperwork\"],\"due\":{\"date\":\"2026-03-02\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          find tasks about cafe                              | is:open cafe
          find tasks about ZOE                               | is:open zoe
          what's due this week                               | is:open due:this-week
          show me high-priority incomplete work tasks        | is:open priority:high (tag:work OR work)
          show everything tagged paperwork                   | is:open tag:paperwork
          what's overdue                                     | is:overdue
          completed tasks from this week                     | status:completed completed:this-week
          what do I have next week                           | is:open due:next-week
          my open tasks                                      | is:open
          """)
  void asRestDoes(String sentence, String query) {
    List<String> byRest =
        titles(
            chat.person()
                .get("/api/v1/tasks?sort=due&q=" + URLEncoder.encode(query, UTF_8))
                .field("items"));

    Answer answer = chat.say(sentence);

    assertThat(byRest).isNotEmpty();
    assertThat(titles(answer.field("tasks"))).isEqualTo(byRest);
  }

  @Test
  void aWeekBeginsWhenThePersonsDoes() {
    chat.say("add read the paper on 2026-03-08");
    assertThat(chat.reply("what's due this week")).contains("Read the paper");

    chat.person().patch("/api/v1/me", "{\"weekStart\":\"sunday\"}");

    assertThat(chat.reply("what's due this week")).doesNotContain("Read the paper");
  }

  @Test
  void accentsAndCaseDoNotMatterForANameEither() {
    assertThat(chat.reply("complete CAFE WITH ZOE"))
        .isEqualTo("Done: \u201cCaf\u00e9 with Zo\u00e9\u201d.");
    chat.say("every day at 9 caf\u00e9 cr\u00e8me");
    assertThat(chat.reply("pause cafe creme"))
        .startsWith("Paused \u201cCaf\u00e9 cr\u00e8me\u201d");
  }

  @Test
  void whatHasNoMatchIsOfferedWider() {
    assertThat(chat.reply("show high-priority friends tasks due next week"))
        .isEqualTo("There are no open high-priority friends tasks due next week.");
    assertThat(chat.reply("show friends tasks due next week"))
        .startsWith("There are no open friends tasks due next week. 1 open friends task:");
    assertThat(chat.reply("show open paperwork tasks due today"))
        .startsWith("There are no open paperwork tasks due today. 1 open paperwork task:");
  }

  @Test
  void anOpenTaskIsMeantRatherThanOneThatIsDone() {
    chat.say("add buy stamps");

    assertThat(chat.reply("delete buy stamps"))
        .isEqualTo("This would delete \u201cBuy stamps\u201d. Shall I?");
    assertThat(chat.reply("yes")).isEqualTo("Moved \u201cBuy stamps\u201d to the trash.");
    assertThat((List<?>) chat.person().get("/api/v1/tasks?status=completed").field("items"))
        .hasSize(1);
  }

  @Test
  void whatIsTooMuchForAQueryIsSaid() {
    assertThat(chat.reply("find tasks about " + "word ".repeat(60))).contains("at most 50 words");
    assertThat(chat.reply("find tasks about \"\\\"")).startsWith("There are no open tasks about");
  }

  private static List<String> titles(Object tasks) {
    return ((List<?>) tasks)
        .stream().map(task -> String.valueOf(((Map<?, ?>) task).get("title"))).toList();
  }
}
