package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.assistant.Engine.Progress;
import dev.punctual.gateway.assistant.language.Habits;
import dev.punctual.gateway.assistant.language.Speaker;
import dev.punctual.gateway.config.ModelConfig;
import dev.punctual.gateway.http.Access;
import dev.punctual.gateway.http.Person;
import dev.punctual.store.TestDatabase;
import dev.punctual.store.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine with a model, against an endpoint that plays one. */
class ModelEngineIT {
  private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
  private static final ScriptedModel MODEL = new ScriptedModel();
  private static RunningGateway gateway;

  private final Caller ada = gateway.person();

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.start(
            Map.of(
                "PUNCTUAL_MODEL_URL",
                MODEL.url().toString(),
                "PUNCTUAL_MODEL_NAME",
                "scripted",
                "PUNCTUAL_MODEL_TOKENS_A_DAY",
                "1000"),
            TimeSource.of(InstantSource.fixed(NOW)));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    MODEL.close();
  }

  @BeforeEach
  void nothingIsScripted() {
    MODEL.forget();
  }

  @Test
  void aToolCallInPiecesIsCarriedOutAndToldFromItsResult() {
    MODEL
        .calls(
            "create_task",
            "{\"title\":\"Call mum\",\"dueLocal\":\"2026-03-05T09:00\",\"remindBefore\":[\"PT0S\"]}")
        .says("I have ", "booked ", "a flight.");

    Answer answer = say("kindly jot down calling mum");

    assertThat(answer.text("reply"))
        .isEqualTo("Added \u201cCall mum\u201d, due tomorrow at 09:00.");
    assertThat(answer.field("changeId")).isNotNull();
    assertThat(titles()).containsExactly("Call mum");
    assertThat((List<?>) ada.get("/api/v1/reminders").field("items")).hasSize(1);
    assertThat(MODEL.requests().getLast()).contains("\\\"status\\\":\\\"done\\\"");
  }

  @Test
  void severalToolsInOneTurnAreOneChange() {
    String id = create("groceries");
    MODEL
        .calls("find_tasks", "{\"words\":\"groceries\"}")
        .calls(
            "edit_task",
            "{\"id\":\"" + id + "\",\"priority\":\"high\"}",
            "complete_task",
            "{\"id\":\"" + id + "\"}")
        .says("ok");

    Answer answer = say("the food shopping was urgent, and I have been");

    assertThat(answer.text("reply"))
        .isEqualTo("Changed: \u201cgroceries\u201d, high priority. Done: \u201cgroceries\u201d.");
    assertThat(
            gateway
                .database()
                .count(
                    "SELECT count(DISTINCT id) FROM change WHERE user_id = ? AND actor = 'assistant'",
                    ada.user()))
        .isEqualTo(1);
  }

  @Test
  void whatTakesAwayOrTouchesMoreWaitsForAYes() {
    String one = create("one");
    String other = create("other");
    MODEL
        .calls(
            "delete_task", "{\"id\":\"" + one + "\"}", "delete_task", "{\"id\":\"" + other + "\"}")
        .says("All deleted.");

    Answer planned = say("clear the decks");

    assertThat(planned.text("reply")).startsWith("This would delete 2 things: ");
    assertThat(titles()).hasSize(2);
    Answer done = ada.post("/api/v1/chat/plans/" + planned.text("plan.id") + "/confirm", null);
    assertThat(done.status()).isEqualTo(200);
    assertThat(titles()).isEmpty();
  }

  @Test
  void wordsOfWorkThatWasNotDoneAreNotBelieved() {
    create("still here");
    MODEL.says("Done: I have deleted everything.");

    Answer answer = say("tidy up, would you");

    assertThat(answer.text("reply"))
        .isEqualTo("Done: I have deleted everything. Nothing was changed.");
    assertThat(answer.field("changeId")).isNull();
    assertThat(titles()).containsExactly("still here");
  }

  @Test
  void malformedArgumentsAreAnsweredSoThatItMayDoBetter() {
    MODEL
        .calls("create_task", "{\"title\":")
        .calls("create_task", "{\"title\":\"x\",\"dueLocal\":\"tomorrow\"}")
        .calls("make_coffee", "{}")
        .calls("create_task", "{\"title\":\"Made it\"}")
        .says("done");

    assertThat(say("jot that down").text("reply")).isEqualTo("Added \u201cMade it\u201d.");
    assertThat(String.join("\n", MODEL.requests()))
        .contains("invalid-arguments", "a local time such as", "unknown-tool");
  }

  @Test
  void anotherPersonsThingsAreAbsent() {
    String id = create("mine");
    Caller eve = gateway.person();
    MODEL.calls("complete_task", "{\"id\":\"" + id + "\"}").says("Completed it.");

    Answer answer =
        eve.post("/api/v1/chat", Json.write(Map.of("message", "that thing is over, I think")));

    assertThat(answer.text("reply")).isEqualTo("Completed it. Nothing was changed.");
    assertThat(ada.get("/api/v1/tasks/" + id).text("status")).isEqualTo("pending");
  }

  @Test
  void whereItFailsTheSentenceIsReadWithoutIt() {
    MODEL.fails(401);
    assertThat(say("add one thing").text("reply"))
        .isEqualTo(
            "The model does not accept our key. I read this without it."
                + " Added \u201cOne thing\u201d.");
    MODEL.talksNonsense();
    assertThat(say("add second thing").text("reply")).endsWith("Added \u201cSecond thing\u201d.");
    assertThat(titles()).hasSize(2);
  }

  @Test
  void aSlowFailingOrBusyModelIsSaidToBeSo() {
    try (ScriptedModel model = new ScriptedModel()) {
      Engine engine = engine(model, Duration.ofMillis(300));
      model.hangs();
      assertThat(engine.answer(context("add alpha"), Progress.NOBODY).reply())
          .isEqualTo(
              "The model takes too long to answer. I read this without it."
                  + " Added \u201cAlpha\u201d.");
    }
    for (int status : List.of(429, 500)) {
      try (ScriptedModel model = new ScriptedModel()) {
        Engine engine = engine(model, Duration.ofSeconds(20));
        // The client asks again itself; it fails each time.
        for (int i = 0; i < 10; i++) {
          model.fails(status);
        }
        assertThat(engine.answer(context("add beta"), Progress.NOBODY).reply())
            .startsWith("The model ")
            .endsWith("I read this without it. Added \u201cBeta\u201d.");
      }
    }
  }

  @Test
  void itStopsAfterTenSteps() {
    for (int i = 0; i < 11; i++) {
      MODEL.calls("find_tasks", "{}");
    }

    assertThat(say("go round in circles").text("reply"))
        .isEqualTo("I stopped after 10 steps. Nothing was changed.");
  }

  @Test
  void theShareOfADayEnds() {
    gateway
        .bean(TokenBudget.class)
        .spend(ada.user(), LocalDate.ofInstant(NOW, ZoneOffset.UTC), 1_000);

    assertThat(say("add cheap thing").text("reply"))
        .isEqualTo(
            "Today's share of the model is used up. I read this without it."
                + " Added \u201cCheap thing\u201d.");
  }

  @Test
  void itsWordsArePassedOnAsTheyArrive() {
    MODEL.says("You ", "have ", "time.");

    Answer streamed =
        ada.send(
            "POST",
            "/api/v1/chat",
            Json.write(Map.of("message", "am I busy")),
            "Accept",
            "text/event-stream");

    assertThat(
            streamed
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith("event:"))
                .map(line -> line.substring(6).strip()))
        .containsExactly("token", "token", "token", "result", "done");
  }

  private Engine engine(ScriptedModel model, Duration patience) {
    return new ModelEngine(
        new Model(new ModelConfig(model.url(), "scripted", "", 1_000), patience),
        gateway.bean(Offline.class),
        gateway.bean(Toolbox.class),
        gateway.bean(Plans.class),
        gateway.bean(TokenBudget.class),
        patience);
  }

  private Context context(String message) {
    Person person =
        new Person(
            ada.user(),
            "Ada",
            TestDatabase.NEW_YORK,
            new Access.BySession(new SessionId(Uuid7.next())));
    return new Context(
        person,
        Uuid7.next(),
        new Speaker(NOW, TestDatabase.NEW_YORK, Habits.USUAL),
        Conversation.NEW,
        message,
        null);
  }

  private Answer say(String message) {
    return ada.post("/api/v1/chat", Json.write(Map.of("message", message)));
  }

  private String create(String title) {
    return ada.post("/api/v1/tasks", Json.write(Map.of("title", title))).text("id");
  }

  private List<String> titles() {
    return ((List<?>) ada.get("/api/v1/tasks").json().get("items"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("title"))).toList();
  }
}
