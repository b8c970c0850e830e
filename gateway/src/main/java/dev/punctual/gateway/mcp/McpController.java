package dev.punctual.gateway.mcp;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.http.Access;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.mcp.RpcMessage.Fault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transport <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http">Streamable
 * HTTP</a>, without sessions: each message is answered by itself, at once, as JSON. There is
 * nothing that we would say unasked, so GET has no stream.
 */
@Hidden
@Controller("/mcp")
final class McpController {
  private final McpServer server;

  McpController(McpServer server) {
    this.server = server;
  }

  /**
   * One message of JSON-RPC; a notification is accepted and not answered.
   *
   * @param version the header {@code MCP-Protocol-Version}; null: none was agreed on yet
   */
  @Post
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> take(
      Person person,
      @Body String message,
      @Header("MCP-Protocol-Version") @Nullable String version) {
    if (!(person.access() instanceof Access.ByToken)) {
      throw new Refused(
          ProblemCode.UNAUTHORISED, "Authorization", "Programs come with an API token.");
    }
    if (version != null && !McpServer.VERSIONS.contains(version)) {
      throw new Refused(
          ProblemCode.INVALID_VALUE,
          "MCP-Protocol-Version",
          "These versions are spoken here: " + String.join(", ", McpServer.VERSIONS) + ".");
    }
    Object id = null;
    try {
      RpcMessage request = RpcMessage.of(parsed(message));
      id = request.id();
      return request.isNotification()
          ? HttpResponse.status(HttpStatus.ACCEPTED)
          : json(HttpStatus.OK, request.answered(server.answer(person, request)));
    } catch (Fault fault) {
      // Who sent no message of JSON-RPC is told by the status too.
      return json(
          id == null ? HttpStatus.BAD_REQUEST : HttpStatus.OK, RpcMessage.refused(id, fault));
    }
  }

  private static @Nullable Object parsed(String message) throws Fault {
    try {
      return Json.parse(message);
    } catch (JsonRefused refused) {
      throw new Fault(RpcMessage.PARSE_ERROR, String.valueOf(refused.getMessage()));
    }
  }

  private static HttpResponse<String> json(HttpStatus status, Map<String, ?> message) {
    return HttpResponse.<String>status(status)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(Json.write(message));
  }
}
