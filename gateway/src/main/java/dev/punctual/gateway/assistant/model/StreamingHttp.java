package dev.punctual.gateway.assistant.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Reads streamed answers in the calling thread, which may be interrupted. The library's own client
 * reads them in the common pool: one endpoint that falls silent would hold up everybody's.
 */
final class StreamingHttp implements HttpClient {
  private static final int MAX_FAULT = 65_536;

  private final java.net.http.HttpClient client;
  private final Duration patience;

  private StreamingHttp(Duration patience) {
    // What the client does on its own only hands bytes on to the reader: no other thread need wake
    // for it. And an endpoint without TLS is not asked for HTTP/2 with each request.
    this.client =
        java.net.http.HttpClient.newBuilder()
            .connectTimeout(patience)
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();
    this.patience = patience;
  }

  /**
   * What makes one.
   *
   * @param patience for a connection, and again until the answer begins
   */
  static HttpClientBuilder builder(Duration patience) {
    return new Builder(patience);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("every answer is streamed");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try {
      HttpResponse<InputStream> answer = client.send(sent(request), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() / 100 != 2) {
          String fault = new String(body.readNBytes(MAX_FAULT), UTF_8);
          listener.onError(new HttpException(answer.statusCode(), fault));
          return;
        }
        listener.onOpen(
            SuccessfulHttpResponse.builder()
                .statusCode(answer.statusCode())
                .headers(answer.headers().map())
                .build());
        parser.parse(body, listener);
        listener.onClose();
      }
    } catch (HttpTimeoutException e) {
      listener.onError(new TimeoutException(e));
    } catch (IOException e) {
      listener.onError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.onError(e);
    }
  }

  private java.net.http.HttpRequest sent(HttpRequest request) {
    java.net.http.HttpRequest.Builder sent =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(patience)
            .method(request.method().name(), BodyPublishers.ofString(request.body()));
    request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
    return sent.build();
  }

  private record Builder(Duration patience) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return patience;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration other) {
      return new Builder(other);
    }

    @Override
    public Duration readTimeout() {
      return patience;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration other) {
      return new Builder(other);
    }

    @Override
    public HttpClient build() {
      return new StreamingHttp(patience);
    }
  }
}
