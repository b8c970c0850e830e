package dev.punctual.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Scope;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.WireName;
import dev.punctual.contracts.event.Samples;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.http.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The document that the build wrote, against what the code writes. */
class WireDocumentTest {
  private static final String REF = "#/components/schemas/";
  private static final Map<String, Object> DOCUMENT = read();

  static Stream<Record> samples() {
    return Stream.of(Samples.TASK, Samples.SERIES, Samples.REMINDER, Samples.NOTIFICATION);
  }

  static Stream<Class<? extends WireName>> constants() {
    return Stream.of(
        TaskStatus.class,
        SeriesStatus.class,
        ReminderStatus.class,
        NotificationStatus.class,
        Priority.class,
        Repeat.class,
        Scope.class,
        IfPending.class,
        OnMissed.class,
        ProblemCode.class);
  }

  /** Of the one schema that requests share, where what may be null may be left out. */
  private static final String SAID_AND_WRITTEN = ".reminders[]";

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenFitsItsSchema(Record sample) {
    String name = sample.getClass().getSimpleName();

    fits(Json.parse(Json.write(sample)), schema(name), name);
  }

  @ParameterizedTest
  @MethodSource("constants")
  void constantsGoByTheirWireNames(Class<? extends WireName> type) {
    assertThat(Tree.texts(schema(type.getSimpleName()).get("enum")))
        .isEqualTo(Arrays.stream(type.getEnumConstants()).map(WireName::wireName).toList());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    references(DOCUMENT);
  }

  @Test
  void everyOperationHasANameOfItsOwnAndSaysHowItRefuses() {
    List<Map<String, Object>> operations =
        Tree.object(DOCUMENT, "paths").values().stream()
            .flatMap(path -> Tree.object(path).values().stream())
            .map(Tree::object)
            .toList();

    assertThat(operations).hasSizeGreaterThan(20);
    assertThat(operations.stream().map(operation -> operation.get("operationId")))
        .doesNotHaveDuplicates()
        .contains("postTasks", "patchTasksId", "postTasksIdComplete");
    assertThat(operations)
        .allSatisfy(
            operation ->
                assertThat(Tree.object(operation, "responses", "default", "content"))
                    .containsKey("application/problem+json"));
  }

  @Test
  void inARequestOnlyWhatHasNoDefaultIsRequired() {
    assertThat(schema("TaskDraft").get("required")).isEqualTo(List.of("title"));
    assertThat(schema("SeriesDraft").get("required")).isEqualTo(List.of("title", "start"));
    assertThat(schema("TaskPatch")).doesNotContainKey("required");
  }

  private static void fits(@Nullable Object value, Map<String, Object> schema, String path) {
    Map<String, Object> wanted = resolved(schema, value);
    switch (value) {
      case null -> assertThat(types(wanted)).as(path).contains("null");
      case Map<?, ?> fields -> {
        Map<String, Object> properties = Tree.object(wanted, "properties");
        assertThat(fields.keySet()).as(path).isEqualTo(properties.keySet());
        assertThat(Tree.texts(wanted.get("required")))
            .as(path)
            .containsExactlyInAnyOrderElementsOf(
                path.endsWith(SAID_AND_WRITTEN) ? List.of() : properties.keySet());
        fields.forEach(
            (name, field) ->
                fits(field, Tree.object(properties, String.valueOf(name)), path + "." + name));
      }
      case List<?> items -> {
        assertThat(types(wanted)).as(path).contains("array");
        items.forEach(item -> fits(item, Tree.object(wanted, "items"), path + "[]"));
      }
      case String text -> {
        assertThat(types(wanted)).as(path).contains("string");
        if (wanted.get("enum") != null) {
          assertThat(Tree.texts(wanted.get("enum"))).as(path).contains(text);
        }
      }
      case Long number -> assertThat(types(wanted)).as(path).contains("integer");
      default -> throw new AssertionError(path + " is " + value.getClass());
    }
  }

  private static Map<String, Object> resolved(Map<String, Object> schema, @Nullable Object value) {
    if (schema.get("anyOf") instanceof List<?> both) {
      return value == null ? Map.of("type", "null") : resolved(Tree.object(both.getFirst()), value);
    }
    return schema.get("$ref") instanceof String ref ? schema(ref.substring(REF.length())) : schema;
  }

  private static List<String> types(Map<String, Object> schema) {
    Object type = schema.get("type");
    return type instanceof String one ? List.of(one) : Tree.texts(type);
  }

  private static void references(@Nullable Object tree) {
    switch (tree) {
      case Map<?, ?> fields -> {
        if (fields.get("$ref") instanceof String ref) {
          assertThat(Tree.object(DOCUMENT, ref.substring(2).split("/", -1))).as(ref).isNotEmpty();
        }
        fields.values().forEach(WireDocumentTest::references);
      }
      case List<?> items -> items.forEach(WireDocumentTest::references);
      case null, default -> {}
    }
  }

  private static Map<String, Object> schema(String name) {
    return Tree.object(DOCUMENT, "components", "schemas", name);
  }

  private static Map<String, Object> read() {
    try (InputStream in =
        WireDocumentTest.class.getResourceAsStream("/META-INF/swagger/punctual.yml")) {
      return Tree.object(new Yaml().<Object>load(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
