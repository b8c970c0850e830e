package dev.punctual.gateway.assistant;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.assistant.turn.Engine.Progress;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import io.micronaut.http.sse.Event;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

/** One turn, told while it goes on. */
final class TurnStream implements Progress {
  private static final Logger LOG = LoggerFactory.getLogger(TurnStream.class);

  private final FluxSink<Event<String>> sink;
  private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
  private boolean told;

  TurnStream(FluxSink<Event<String>> sink) {
    this.sink = sink.onCancel(() -> stop.get().run());
  }

  void run(Callable<Reply> turn) {
    try {
      Reply reply = turn.call();
      if (!told) {
        token(reply.reply());
      }
      if (reply.plan() != null) {
        next("plan", Json.write(reply.plan()));
      }
      next("result", Json.write(reply));
    } catch (Refused refused) {
      error(refused.code(), Objects.requireNonNull(refused.getMessage()));
    } catch (Exception e) {
      LOG.error("a turn of the assistant", e);
      error(ProblemCode.INTERNAL, "It was our mistake, and it was written down.");
    }
    next("done", "{}");
    sink.complete();
  }

  @Override
  public void token(String text) {
    told = true;
    next("token", Json.write(Map.of("text", text)));
  }

  @Override
  public void tool(String name) {
    next("tool", Json.write(Map.of("name", name)));
  }

  @Override
  public boolean isGone() {
    return sink.isCancelled();
  }

  @Override
  public void onGone(Runnable what) {
    stop.set(what);
    if (isGone()) {
      what.run();
    }
  }

  private void error(ProblemCode code, String detail) {
    next("error", Json.write(Map.of("code", code, "detail", detail)));
  }

  private void next(String name, String data) {
    if (!sink.isCancelled()) {
      FluxSink<Event<String>> unused = sink.next(Event.of(data).name(name));
    }
  }
}
