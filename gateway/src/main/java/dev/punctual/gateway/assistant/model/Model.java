package dev.punctual.gateway.assistant.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.punctual.gateway.assistant.turn.Engine.Progress;
import dev.punctual.gateway.config.ModelConfig;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The endpoint of a model: one request at a time, its words passed on as they arrive. */
final class Model {
  private final StreamingChatModel endpoint;

  Model(ModelConfig config, Duration patience) {
    this.endpoint =
        OpenAiStreamingChatModel.builder()
            .baseUrl(Objects.requireNonNull(config.url()).toString())
            .apiKey(config.key().isEmpty() ? "none" : config.key())
            .modelName(config.name())
            .timeout(patience)
            .httpClientBuilder(StreamingHttp.builder(patience))
            .build();
  }

  /** The model cannot be used now. */
  static final class Away extends Exception {
    Away(String message) {
      super(message);
    }
  }

  /**
   * Asks for the next answer, words or tool calls.
   *
   * @throws Away with what to tell people
   */
  ChatResponse ask(List<ChatMessage> messages, Duration patience, Progress progress) throws Away {
    CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
    progress.onGone(() -> nobodyWaits(answer));
    ChatRequest request =
        ChatRequest.builder().messages(messages).toolSpecifications(ToolSchemas.all()).build();
    // Apart: the call reads the answer to its end, however long the endpoint is silent.
    Thread asking = Thread.startVirtualThread(() -> ask(request, new Listener(answer, progress)));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new Away("The model takes too long to answer.");
    } catch (ExecutionException e) {
      throw away(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Away("The model was interrupted.");
    } finally {
      asking.interrupt();
    }
  }

  private void ask(ChatRequest request, Listener listener) {
    try {
      endpoint.chat(request, listener);
    } catch (RuntimeException e) {
      listener.onError(e);
    }
  }

  private static Away away(Throwable fault) {
    return switch (fault) {
      case RateLimitException e -> new Away("The model is asked too much just now.");
      case AuthenticationException e -> new Away("The model does not accept our key.");
      case dev.langchain4j.exception.TimeoutException e ->
          new Away("The model takes too long to answer.");
      default -> new Away("The model cannot be reached, or does not answer as it should.");
    };
  }

  private static void nobodyWaits(CompletableFuture<ChatResponse> answer) {
    boolean ended = answer.completeExceptionally(new IllegalStateException("nobody waits"));
    assert ended || answer.isDone();
  }

  /** Whoever has gone, or has waited too long, ends the request. */
  private record Listener(CompletableFuture<ChatResponse> answer, Progress progress)
      implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
      if (answer.isDone() || progress.isGone()) {
        context.streamingHandle().cancel();
        nobodyWaits(answer);
      } else {
        progress.token(partial.text());
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      boolean first = answer.complete(response);
      assert first || answer.isDone();
    }

    @Override
    public void onError(Throwable fault) {
      boolean first = answer.completeExceptionally(fault);
      assert first || answer.isDone();
    }
  }
}
