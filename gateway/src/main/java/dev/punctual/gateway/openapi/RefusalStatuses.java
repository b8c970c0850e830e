package dev.punctual.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** By which statuses an operation may refuse, as its method, path, parameters and body tell. */
final class RefusalStatuses {
  static final String SECTION = "responses";

  private static final String REF = "#/components/responses/Refused";

  private static final Map<Integer, String> WHY =
      Map.ofEntries(
          Map.entry(400, "Something in it cannot be read."),
          Map.entry(401, "Nobody is signed in."),
          Map.entry(403, "Who is signed in may not."),
          Map.entry(404, "There is nothing here, or not for this person."),
          Map.entry(406, "Not in the form that Accept names."),
          Map.entry(409, "The state of things does not allow it."),
          Map.entry(412, "It is at another version than If-Match says."),
          Map.entry(413, "It is too large, the body or the address."),
          Map.entry(415, "Not in this media type."),
          Map.entry(421, "Not a name of this installation."),
          Map.entry(422, "It can be read, and cannot be."),
          Map.entry(429, "Too often."),
          Map.entry(503, "The database, or what else it takes, is away or busy."));

  private static final Set<Integer> ALWAYS = Set.of(400, 406, 413, 421, 429, 503);

  /** Who asks there need not be signed in. */
  private static final Pattern OPEN =
      Pattern.compile("get /api/v1/session/ways" + "|post /api/v1/accounts(/reset|/password)?");

  /** Of a token's holder, too, though nothing is written. */
  private static final Pattern IN_A_SESSION =
      Pattern.compile("/api/v1/(session.*|accounts/.*|me/(tokens|sessions).*)");

  /** Without an id in their path, they name what may be somebody else's. */
  private static final Set<String> NAMING =
      Set.of(
          "get /api/v1/reminders",
          "post /api/v1/reminders",
          "post /api/v1/chat",
          "post /api/v1/tasks/bulk",
          "get /api/v1/session/openid",
          "get /api/v1/session/openid/link",
          "get /api/v1/session/openid/return",
          "get /api/v1/me",
          "patch /api/v1/me",
          "delete /api/v1/me",
          "put /api/v1/me/password",
          "put /api/v1/me/email",
          "post /api/v1/me/tokens");

  private RefusalStatuses() {}

  /** References to the responses of {@link #all}, by status. */
  static Map<String, Object> of(String method, String path, Map<String, Object> operation) {
    Set<Integer> statuses = new TreeSet<>(ALWAYS);
    String route = method + " " + path;
    boolean reads = method.equals("get");
    if (!OPEN.matcher(route).matches()) {
      statuses.add(401);
    }
    if (!reads || IN_A_SESSION.matcher(path).matches()) {
      statuses.add(403);
    }
    if (path.contains("{") || NAMING.contains(route)) {
      statuses.add(404);
    }
    if (!reads) {
      statuses.add(409);
    }
    if (method.equals("post")) {
      // An Idempotency-Key may be another request's.
      statuses.add(422);
    }
    if (operation.containsKey("requestBody")) {
      statuses.addAll(Set.of(415, 422));
    }
    if (path.endsWith("/occurrences") || path.endsWith("/occurrences/{local}")) {
      statuses.add(422);
    }
    for (Map<String, Object> parameter : Tree.objects(operation.get("parameters"))) {
      if ("If-Match".equals(parameter.get("name"))) {
        statuses.add(412);
      }
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    statuses.forEach(
        status -> responses.put(Integer.toString(status), Map.of("$ref", REF + status)));
    return responses;
  }

  /** Each of them once, to be referred to. */
  static Map<String, Object> all(Map<String, Object> content) {
    Map<String, Object> responses = new LinkedHashMap<>();
    new TreeSet<>(WHY.keySet())
        .forEach(
            status ->
                responses.put(
                    "Refused" + status,
                    Map.of("description", String.valueOf(WHY.get(status)), "content", content)));
    return responses;
  }
}
