package dev.punctual.contracts.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** JSON text to a tree. Depth is bounded by the parser's own constraint. */
final class TreeReader {
  /** Of a member: what one thing of ours has is far less. */
  private static final int MAX_VALUES = 100_000;

  private int left;

  private TreeReader(int values) {
    this.left = values;
  }

  static @Nullable Object read(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new JsonRefused(JsonRefused.Reason.SYNTAX, "", "not JSON: it is empty");
    }
    Object tree = new TreeReader(Integer.MAX_VALUE).value(parser, first);
    requireEnd(parser);
    return tree;
  }

  static void members(JsonParser parser, BiConsumer<String, @Nullable Object> each)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new JsonRefused(JsonRefused.Reason.SYNTAX, "", "not a JSON object");
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.START_ARRAY) {
        each.accept(name, new TreeReader(MAX_VALUES).value(parser, token));
        continue;
      }
      for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        each.accept(name, new TreeReader(MAX_VALUES).value(parser, token));
      }
    }
    requireEnd(parser);
  }

  private static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonRefused(JsonRefused.Reason.SYNTAX, "", "not JSON: something follows its end");
    }
  }

  private @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    if (--left < 0) {
      throw new JsonRefused(JsonRefused.Reason.SYNTAX, "", "more in one place than anything has");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getBigIntegerValue()
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      fields.put(name, value(parser, parser.nextToken()));
    }
    return fields;
  }

  private List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return items;
  }
}
