package dev.punctual.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyHandler;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Records as bodies, by the JSON of the contracts: what an event carries and what REST answers are
 * written by the same code. Requests are read strictly: an unknown field is refused. Stands in for
 * Micronaut's own handler, which would ask for a mapper that is not there.
 */
@Singleton
@Replaces(JsonMessageHandler.class)
@Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
@Produces({MediaType.APPLICATION_JSON, Problems.CONTENT_TYPE})
final class JsonBodies<T extends Record> implements MessageBodyHandler<T> {

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return type.getType().isRecord();
  }

  @Override
  public boolean isWriteable(Argument<T> type, @Nullable MediaType mediaType) {
    return Record.class.isAssignableFrom(type.getType());
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
    Object tree = Json.parse(bytes(body));
    return type.getType() == MergePatch.class
        ? type.getType().cast(MergePatch.of(tree))
        : Json.bind(tree, type.getType(), Json.UnknownFields.REFUSE);
  }

  @Override
  public void writeTo(
      Argument<T> type, MediaType mediaType, T body, MutableHeaders headers, OutputStream out) {
    Object tree = body instanceof Problem problem ? problem.tree() : body;
    headers.set("Content-Type", mediaType.toString());
    try {
      out.write(Json.write(tree).getBytes(UTF_8));
    } catch (IOException e) {
      throw new CodecException("the answer could not be written", e);
    }
  }

  private static byte[] bytes(InputStream body) {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new CodecException("the body could not be read", e);
    }
  }
}
