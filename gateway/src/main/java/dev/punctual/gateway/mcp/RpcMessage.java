package dev.punctual.gateway.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of <a href="https://www.jsonrpc.org/specification">JSON-RPC 2.0</a> from a client.
 *
 * @param id a string or a number, given back with the answer; null: it is a notification
 * @param params empty: there are none
 */
record RpcMessage(@Nullable Object id, String method, Map<?, ?> params) {
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;

  /** A request that cannot be answered. */
  static final class Fault extends Exception {
    private final int code;

    Fault(int code, String message) {
      super(message);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /**
   * The message that a tree is; an answer of the client, who was asked nothing, is none.
   *
   * @throws Fault when it is none; a batch is not, since version 2025-06-18
   */
  static RpcMessage of(@Nullable Object tree) throws Fault {
    if (tree instanceof Map<?, ?> fields
        && "2.0".equals(fields.get("jsonrpc"))
        && fields.get("method") instanceof String method
        && isId(fields.get("id"))) {
      Object params = fields.get("params");
      return new RpcMessage(
          fields.get("id"), method, params instanceof Map<?, ?> named ? named : Map.of());
    }
    throw new Fault(INVALID_REQUEST, "This is no message of JSON-RPC 2.0.");
  }

  boolean isNotification() {
    return id == null;
  }

  /** A parameter that must be there. */
  String text(String name) throws Fault {
    if (params.get(name) instanceof String text) {
      return text;
    }
    throw new Fault(INVALID_PARAMS, "The parameter " + name + " is missing, or is no text.");
  }

  /** A parameter with fields; empty: it is not there. */
  Map<?, ?> fields(String name) throws Fault {
    Object value = params.get(name);
    if (value == null || value instanceof Map<?, ?>) {
      return value instanceof Map<?, ?> fields ? fields : Map.of();
    }
    throw new Fault(INVALID_PARAMS, "The parameter " + name + " must be an object.");
  }

  Map<String, @Nullable Object> answered(Map<String, ?> result) {
    return answer(id, "result", result);
  }

  static Map<String, @Nullable Object> refused(@Nullable Object id, Fault fault) {
    return answer(
        id, "error", Map.of("code", fault.code(), "message", String.valueOf(fault.getMessage())));
  }

  private static Map<String, @Nullable Object> answer(
      @Nullable Object id, String name, Map<String, ?> value) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", "2.0");
    answer.put("id", id);
    answer.put(name, value);
    return answer;
  }

  private static boolean isId(@Nullable Object id) {
    return id == null || id instanceof String || id instanceof Number;
  }
}
