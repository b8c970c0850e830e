package dev.punctual.gateway.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.language.meaning.Habits;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.offline.Offline;
import dev.punctual.gateway.assistant.tool.Toolbox;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Conversation;
import dev.punctual.gateway.assistant.turn.Engine;
import dev.punctual.gateway.assistant.turn.Engine.Progress;
import dev.punctual.gateway.config.ModelConfig;
import dev.punctual.gateway.http.Access;
import dev.punctual.gateway.http.Person;
import dev.punctual.store.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A model that fails, in each way that models do: it is said, and the sentence is read without it.
 */
class ModelFailuresIT {
  private static final ScriptedModel MODEL = ScriptedGateway.MODEL;

  private final RunningGateway gateway = ScriptedGateway.start();
  private final Caller ada = gateway.person();

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
  void anEndpointThatIsNotThereIsSaidToBeSo() {
    ScriptedModel gone = new ScriptedModel();
    gone.close();

    assertThat(
            engine(gone, Duration.ofSeconds(20))
                .answer(context("add epsilon"), Progress.NOBODY)
                .reply())
        .isEqualTo(
            "The model cannot be reached, or does not answer as it should. I read this without it."
                + " Added \u201cEpsilon\u201d.");
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
        .spend(ada.user(), LocalDate.ofInstant(ScriptedGateway.NOW, ZoneOffset.UTC), 1_000);

    assertThat(say("add cheap thing").text("reply"))
        .isEqualTo(
            "Today's share of the model is used up. I read this without it."
                + " Added \u201cCheap thing\u201d.");
  }

  @Test
  void whatWasDoneBeforeItFailedIsToldAndNotDoneAgain() {
    MODEL.calls("create_task", "{\"title\":\"Add gamma\"}");
    MODEL.fails(400);

    Answer answer = say("add gamma");

    assertThat(answer.text("reply"))
        .isEqualTo(
            "Added \u201cAdd gamma\u201d. The model cannot be reached, or does not answer as it"
                + " should. Nothing else was done.");
    assertThat(answer.field("changeId")).isNotNull();
    assertThat(titles()).containsExactly("Add gamma");
  }

  @Test
  void aCallThatBreaksOffDoesNothing() {
    MODEL.breaksOff().says("ok");

    assertThat(say("add delta").text("reply")).isEqualTo("ok Nothing was changed.");
    assertThat(MODEL.requests().getLast()).contains("invalid-arguments");
    assertThat(titles()).isEmpty();
  }

  @Test
  void tokensAreCountedAlsoWhereTheEndpointDoesNot() {
    MODEL.saysUncounted("You have time.");

    assertThat(say("am I busy").status()).isEqualTo(200);

    assertThat(MODEL.requests().getLast()).contains("\"include_usage\"");
    assertThat(
            gateway
                .database()
                .count(
                    "SELECT count(*) FROM model_use WHERE user_id = ? AND tokens > 50", ada.user()))
        .isEqualTo(1);
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
        new Speaker(ScriptedGateway.NOW, TestDatabase.NEW_YORK, Habits.USUAL),
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
