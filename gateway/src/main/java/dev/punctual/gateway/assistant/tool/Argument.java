package dev.punctual.gateway.assistant.tool;

import dev.punctual.contracts.WireName;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One argument of a tool: a component of its record.
 *
 * @param choices what it may be; empty unless it is a choice
 * @param isRequired false for lists and for what may be null
 */
public record Argument(String name, Form form, List<String> choices, boolean isRequired) {
  public Argument {
    choices = List.copyOf(choices);
  }

  /** How it is written in JSON. */
  public enum Form {
    TEXT(""),
    /** A list of these. */
    TEXTS(""),
    CHOICE(""),
    DATE("a date such as 2026-03-06"),
    LOCAL_TIME("a local date-time such as 2026-03-06T14:00");

    private final String description;

    Form(String description) {
      this.description = description;
    }

    /** For whoever writes it; empty: there is nothing to say. */
    public String description() {
      return description;
    }
  }

  static List<Argument> of(Class<? extends Record> arguments) {
    return Arrays.stream(arguments.getRecordComponents()).map(Argument::of).toList();
  }

  private static Argument of(RecordComponent component) {
    Class<?> type = component.getType();
    boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Argument(
        component.getName(), form(type), choices(type), !mayBeNull && type != List.class);
  }

  private static Form form(Class<?> type) {
    if (type == List.class) {
      return Form.TEXTS;
    }
    if (type == LocalDate.class) {
      return Form.DATE;
    }
    if (type == LocalDateTime.class) {
      return Form.LOCAL_TIME;
    }
    return type.isEnum() ? Form.CHOICE : Form.TEXT;
  }

  private static List<String> choices(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> ((WireName) constant).wireName())
            .toList()
        : List.of();
  }
}
