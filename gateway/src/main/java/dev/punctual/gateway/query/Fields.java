package dev.punctual.gateway.query;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.http.ProblemCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From a key and its value to what it asks for. Keys and values may be written in capitals. */
final class Fields {
  private Fields() {}

  /**
   * What a field asks for.
   *
   * @throws Mistake when there is no such key or value, or the operator does not go with them
   */
  static Expression expression(Token.Field field) {
    Key key = key(field);
    if (field.operator() != Operator.IS && !key.isOrdered()) {
      throw new Mistake(
          ProblemCode.QUERY_OPERATOR,
          field.operatorPosition(),
          key.wireName() + " has no order: write " + key.wireName() + ":" + field.value() + ".");
    }
    return switch (key) {
      case TAG -> new Expression.Tagged(lower(field.value().strip()));
      case PRIORITY -> priority(field);
      case STATUS -> new Expression.InStatus(constant(TaskStatus.values(), known(key, field)));
      case IS -> is(known(key, field));
      case HAS -> has(known(key, field));
      case DUE -> due(field);
      case COMPLETED -> new Expression.Completed(field.operator(), period(key, field));
    };
  }

  private static Key key(Token.Field field) {
    String name = lower(field.key());
    for (Key key : Key.values()) {
      if (key.wireName().equals(name)) {
        return key;
      }
    }
    List<String> names = Key.names(Key.values());
    List<String> meant = Suggestions.of(name, names);
    throw new Mistake(
        ProblemCode.QUERY_UNKNOWN_KEY,
        field.position(),
        "There is no key %s: %s. In quotes it is searched for as it stands."
            .formatted(field.key(), meant(meant, names)),
        meant);
  }

  private static Expression priority(Token.Field field) {
    Priority named = constant(Priority.values(), known(Key.PRIORITY, field));
    return new Expression.Prioritised(
        Arrays.stream(Priority.values())
            // The constants go from high to low.
            .filter(each -> field.operator().holds(named.compareTo(each)))
            .toList());
  }

  private static Expression is(String value) {
    return switch (value) {
      case "open" -> new Expression.Open();
      case "overdue" -> new Expression.Overdue();
      case "recurring" -> new Expression.Recurring();
      default -> throw unforeseen(value);
    };
  }

  private static Expression has(String value) {
    return switch (value) {
      case "reminder" -> new Expression.Reminded();
      default -> throw unforeseen(value);
    };
  }

  private static Expression due(Token.Field field) {
    String value = lower(field.value());
    boolean none = value.equals("none");
    if (!none && !value.equals("overdue")) {
      return new Expression.Due(field.operator(), period(Key.DUE, field));
    }
    if (field.operator() != Operator.IS) {
      throw new Mistake(
          ProblemCode.QUERY_OPERATOR,
          field.operatorPosition(),
          value + " has no before and after: write due:" + value + ".");
    }
    return none ? new Expression.Not(new Expression.HasDue()) : new Expression.Overdue();
  }

  private static Period period(Key key, Token.Field field) {
    String value = field.value();
    return !value.isEmpty() && value.charAt(0) >= '0' && value.charAt(0) <= '9'
        ? new Period.On(date(field))
        : constant(Period.Named.values(), known(key, field));
  }

  private static LocalDate date(Token.Field field) {
    try {
      LocalDate date = LocalDate.parse(field.value());
      if (date.getYear() >= 1 && date.getYear() <= 9999) {
        return date;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new Mistake(
        ProblemCode.QUERY_UNKNOWN_VALUE,
        field.valuePosition(),
        field.value() + " is no date; write one as 2026-12-01, from the years 1 to 9999.");
  }

  private static String known(Key key, Token.Field field) {
    String value = lower(field.value());
    if (key.words().contains(value)) {
      return value;
    }
    List<String> meant = Suggestions.of(value, key.words());
    throw new Mistake(
        ProblemCode.QUERY_UNKNOWN_VALUE,
        field.valuePosition(),
        "%s knows no %s: %s.".formatted(key.wireName(), field.value(), meant(meant, key.words()))
            + (key.takesDates() ? " A date is written as 2026-12-01." : ""),
        meant);
  }

  private static String meant(List<String> meant, List<String> all) {
    return meant.isEmpty()
        ? "there are " + String.join(", ", all)
        : "did you mean " + String.join(" or ", meant);
  }

  private static <T extends WireName> T constant(T[] constants, String name) {
    return Arrays.stream(constants)
        .filter(constant -> constant.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> unforeseen(name));
  }

  private static IllegalStateException unforeseen(String value) {
    return new IllegalStateException("a value that its key knows is handled: " + value);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
