package dev.punctual.gateway.openapi;

import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the OpenAPI 3.1 document when the gateway is built. Micronaut reads routes, shapes and
 * comments from the code; what it cannot know, it does not know of the contracts' JSON, and its own
 * 3.1 describes nullable references that nothing fulfils. So this begins with its 3.0.
 */
final class WireDocument {
  private static final String REF = "#/components/schemas/";
  private static final String COOKIE = "punctual_session";
  private static final String PROBLEM = "application/problem+json";
  private static final String PATCH = "application/merge-patch+json";

  private final Map<String, Object> document;
  private final Map<String, Object> schemas;

  private WireDocument(Map<String, Object> document) {
    this.document = document;
    this.schemas = Tree.object(document, "components", "schemas");
  }

  /** Reads the first file and writes the second. */
  public static void main(String[] files) throws IOException {
    Object raw = Json.parse(Files.readAllBytes(Path.of(files[0])));
    Files.writeString(Path.of(files[1]), Yaml.write(of(Tree.object(raw))));
  }

  /** The document from Micronaut's, which is used up. */
  static Map<String, Object> of(Map<String, Object> raw) {
    return new WireDocument(raw).convert();
  }

  private Map<String, Object> convert() {
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Punctual", "version", "1"));
    document.put("security", List.of(Map.of("session", List.of())));
    Tree.object(document, "components")
        .put(
            "securitySchemes",
            Map.of("session", Map.of("type", "apiKey", "in", "cookie", "name", COOKIE)));
    Set<String> requests = new LinkedHashSet<>();
    Set<String> patches = new LinkedHashSet<>();
    operations().forEach(operation -> bodies(operation, requests, patches));
    WireSchemas.apply(schemas, requests);
    for (String patch : patches) {
      String draft = patch.substring(0, patch.length() - "Patch".length()) + "Draft";
      schemas.put(patch, WireSchemas.patchOf(Tree.object(schemas, draft)));
    }
    schemas.remove("MergePatch");
    schemas.remove("Event_String_");
    schemas.putAll(ProblemSchemas.all());
    Tree.object(document, "components")
        .put(RefusalStatuses.SECTION, RefusalStatuses.all(problem()));
    Tree.object(document, "paths").forEach(this::path);
    return document;
  }

  private List<Map<String, Object>> operations() {
    return Tree.object(document, "paths").values().stream()
        .flatMap(path -> Tree.object(path).values().stream())
        .map(Tree::object)
        .toList();
  }

  /** A patch says which draft it changes; its own schema is made from that. */
  private static void bodies(
      Map<String, Object> operation, Set<String> requests, Set<String> patches) {
    Tree.object(operation, "requestBody", "content")
        .forEach(
            (type, media) -> {
              Map<String, Object> schema = Tree.object(media, "schema");
              if (!(schema.get("$ref") instanceof String ref)) {
                return;
              }
              String draft = ref.substring(REF.length());
              requests.add(draft);
              boolean patched = Tree.object(operation, "requestBody", "content").containsKey(PATCH);
              if (patched) {
                String patch = draft.substring(0, draft.length() - "Draft".length()) + "Patch";
                patches.add(patch);
                schema.put("$ref", REF + patch);
              }
            });
  }

  private void path(String path, Object methods) {
    Tree.object(methods)
        .forEach((method, operation) -> operation(method, path, Tree.object(operation)));
  }

  private void operation(String method, String path, Map<String, Object> operation) {
    operation.put("operationId", operationId(method, path));
    for (Map<String, Object> parameter : Tree.objects(operation.get("parameters"))) {
      // Absent is how a parameter says nothing; there is no null in a query.
      Map<String, Object> schema = Tree.object(parameter, "schema");
      schema.remove("nullable");
      parameter.put("schema", WireSchemas.converted(schema));
    }
    if (method.equals("post")) {
      List<Object> parameters = new ArrayList<>(Tree.objects(operation.get("parameters")));
      parameters.add(idempotencyKey());
      operation.put("parameters", parameters);
    }
    Map<String, Object> responses = Tree.object(operation, "responses");
    responses.forEach((status, response) -> response(status, Tree.object(response)));
    responses.putAll(RefusalStatuses.of(method, path, operation));
    responses.put("default", Map.of("description", "Refused.", "content", problem()));
  }

  private static Map<String, Object> idempotencyKey() {
    return Map.of(
        "name",
        "Idempotency-Key",
        "in",
        "header",
        "description",
        "The same request under the same key, within 24 hours, has one effect and the same answer.",
        "schema",
        Map.of("type", "string", "minLength", 1, "maxLength", 255));
  }

  /** From method and path, so that a route more renames no other. */
  private static String operationId(String method, String path) {
    StringBuilder id = new StringBuilder(method);
    for (String word : path.replace("/api/v1/", "").split("\\W+", -1)) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }

  private static void response(String status, Map<String, Object> response) {
    response.put(
        "description",
        switch (status) {
          case "201" -> "Created.";
          case "204" -> "Done; there is nothing more to say.";
          case "303" -> "Done; go on there.";
          default -> "Done.";
        });
    Map<String, Object> content = Tree.object(response, "content");
    content.keySet().removeIf(type -> type.equals("*/*"));
    content
        .values()
        .forEach(
            media -> {
              Object ref = Tree.object(media, "schema").get("$ref");
              if ((REF + "Event_String_").equals(ref)) {
                Tree.object(media).put("schema", new LinkedHashMap<>(Map.of("type", "string")));
              }
            });
    if (content.isEmpty()) {
      response.remove("content");
    }
  }

  private static Map<String, Object> problem() {
    return Map.of(PROBLEM, Map.of("schema", Map.of("$ref", REF + "Problem")));
  }
}
