package dev.punctual.contracts.json;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.WireName;
import dev.punctual.contracts.json.Json.UnknownFields;
import dev.punctual.contracts.json.JsonRefused.Reason;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tree to a record. */
final class RecordBinder {
  private final UnknownFields unknown;

  RecordBinder(UnknownFields unknown) {
    this.unknown = unknown;
  }

  Object bind(@Nullable Object tree, Class<?> type, String path) {
    if (type == Object.class && tree != null) {
      return tree;
    }
    if (type.isRecord() && !Id.class.isAssignableFrom(type)) {
      return record(tree, type, path);
    }
    if (tree instanceof String text) {
      return scalar(text, type, path);
    }
    if (type == boolean.class || type == Boolean.class) {
      if (tree instanceof Boolean flag) {
        return flag;
      }
      throw invalid(path, "true or false");
    }
    if (type == int.class || type == Integer.class) {
      if (tree instanceof Long number && number == number.intValue()) {
        return number.intValue();
      }
      throw invalid(path, "a whole number");
    }
    if (type == long.class || type == Long.class) {
      if (tree instanceof Long number) {
        return number;
      }
      throw invalid(path, "a whole number");
    }
    throw invalid(path, "a string");
  }

  private Object record(@Nullable Object tree, Class<?> type, String path) {
    if (!(tree instanceof Map<?, ?> values)) {
      throw invalid(path, "an object");
    }
    RecordShape shape = RecordShape.of(type);
    List<RecordShape.Field> fields = shape.fields();
    if (unknown == UnknownFields.REFUSE) {
      refuseUnknown(values, fields, path);
    }
    @Nullable Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      RecordShape.Field field = fields.get(i);
      arguments[i] = component(values.get(field.name()), field, child(path, field.name()));
    }
    try {
      return shape.constructor().newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw new JsonRefused(Reason.INVALID, path, String.valueOf(refusal.getMessage()));
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object component(@Nullable Object value, RecordShape.Field field, String path) {
    if (value == null) {
      if (field.nullable()) {
        return null;
      }
      if (field.item() != null) {
        return List.of();
      }
      throw new JsonRefused(Reason.REQUIRED, path, path + " is required");
    }
    Class<?> item = field.item();
    if (item == null) {
      return bind(value, field.type(), path);
    }
    if (!(value instanceof List<?> values)) {
      throw invalid(path, "a list");
    }
    List<Object> items = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      items.add(bind(values.get(i), item, path + "[" + i + "]"));
    }
    return items;
  }

  private static void refuseUnknown(Map<?, ?> values, List<RecordShape.Field> fields, String path) {
    for (Object name : values.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        String known =
            fields.stream().map(RecordShape.Field::name).collect(Collectors.joining(", "));
        String child = child(path, String.valueOf(name));
        throw new JsonRefused(
            Reason.UNKNOWN_FIELD, child, "there is no field " + child + "; known are " + known);
      }
    }
  }

  private static Object scalar(String text, Class<?> type, String path) {
    try {
      if (type == String.class) {
        return text;
      } else if (type == UUID.class) {
        return uuid(text);
      } else if (type == Instant.class) {
        return OffsetDateTime.parse(text).toInstant();
      } else if (type == LocalDateTime.class) {
        return LocalDateTime.parse(text);
      } else if (type == LocalDate.class) {
        return LocalDate.parse(text);
      } else if (type == ZoneId.class) {
        return ZoneId.of(text);
      } else if (Id.class.isAssignableFrom(type)) {
        return RecordShape.of(type).constructor().newInstance(uuid(text));
      } else if (type.isEnum()) {
        return constant(text, type, path);
      }
    } catch (DateTimeException | IllegalArgumentException | ReflectiveOperationException e) {
      throw invalid(path, expected(type));
    }
    throw invalid(path, expected(type));
  }

  private static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException(text);
    }
    return uuid;
  }

  private static Object constant(String text, Class<?> type, String path) {
    Object[] constants = type.getEnumConstants();
    for (Object constant : constants) {
      if (((WireName) constant).wireName().equals(text)) {
        return constant;
      }
    }
    String names =
        Arrays.stream(constants)
            .map(constant -> ((WireName) constant).wireName())
            .collect(Collectors.joining(", "));
    throw invalid(path, "one of " + names);
  }

  private static String expected(Class<?> type) {
    if (type == Instant.class) {
      return "an instant such as 2026-11-27T19:00:00Z";
    } else if (type == LocalDateTime.class) {
      return "a local time such as 2026-11-27T14:00";
    } else if (type == LocalDate.class) {
      return "a date such as 2026-11-27";
    } else if (type == ZoneId.class) {
      return "a time zone such as Europe/Berlin";
    } else if (type == UUID.class || Id.class.isAssignableFrom(type)) {
      return "an id (UUID)";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    return "something else than a string";
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static JsonRefused invalid(String path, String expected) {
    String what = path.isEmpty() ? "this" : path;
    return new JsonRefused(Reason.INVALID, path, what + " must be " + expected);
  }
}
