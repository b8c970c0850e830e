package dev.punctual.gateway.query;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Priority;
import dev.punctual.gateway.query.Period.Days;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes an expression as one condition; whatever a person wrote becomes an argument. */
final class Compiler {
  /** The start of a day lies at most so far from that of the same day elsewhere. */
  private static final Duration ZONES_APART = Duration.ofHours(28);

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> arguments = new ArrayList<>();
  private final Viewpoint viewpoint;

  private Compiler(Viewpoint viewpoint) {
    this.viewpoint = viewpoint;
  }

  static Condition compile(Expression expression, Viewpoint viewpoint) {
    Compiler compiler = new Compiler(viewpoint);
    compiler.write(expression);
    return new Condition(compiler.sql.toString(), compiler.arguments);
  }

  private void write(Expression expression) {
    switch (expression) {
      case Expression.Everything() -> sql.append("TRUE");
      case Expression.All(List<Expression> parts) -> join(parts, " AND ");
      case Expression.Any(List<Expression> parts) -> join(parts, " OR ");
      case Expression.Not(Expression part) -> {
        // What is not known, such as a due where there is none, is not so.
        sql.append('(');
        write(part);
        sql.append(" IS NOT TRUE)");
      }
      case Expression.Contains(String text) -> add("strpos(t.search, find_normal(?)) > 0", text);
      case Expression.Tagged(String name) -> add("t.tags @> ARRAY[?::text]", name);
      case Expression.Prioritised(List<Priority> priorities) ->
          add(
              "t.priority = ANY (?::priority[])",
              priorities.stream().map(Priority::wireName).toList());
      case Expression.InStatus inStatus -> add("t.status = ?", inStatus.status());
      case Expression.Open() -> sql.append("t.status IN ('pending', 'active')");
      case Expression.Overdue() -> overdue();
      case Expression.Recurring() -> sql.append("t.series_id IS NOT NULL");
      case Expression.Reminded() ->
          sql.append(
              "EXISTS (SELECT FROM reminder r WHERE r.user_id = t.user_id AND r.task_id = t.id"
                  + " AND r.status = 'scheduled')");
      case Expression.HasDue() -> sql.append("t.due_at IS NOT NULL");
      case Expression.Due(Operator operator, Period period) -> due(operator, period);
      case Expression.Completed(Operator operator, Period period) -> completed(operator, period);
    }
  }

  private void join(List<Expression> parts, String with) {
    sql.append('(');
    for (int i = 0; i < parts.size(); i++) {
      sql.append(i == 0 ? "" : with);
      write(parts.get(i));
    }
    sql.append(')');
  }

  private void add(String condition, Object... values) {
    sql.append(condition);
    arguments.addAll(List.of(values));
  }

  /** A date has passed when it is a later one where it was meant. */
  private void overdue() {
    LocalDatesNow dates = LocalDatesNow.at(viewpoint.now());
    add(
        "(t.status IN ('pending', 'active') AND t.due_at <= ? AND (t.due_date IS NULL OR t.due_date <"
            + " CASE WHEN t.due_zone = ANY (?) THEN ?::date WHEN t.due_zone = ANY (?) THEN ?::date"
            + " ELSE ?::date END))",
        viewpoint.now(),
        dates.ahead(),
        dates.utc().plusDays(1),
        dates.behind(),
        dates.utc().minusDays(1),
        dates.utc());
  }

  /** A date is compared as a date, wherever it was meant; a time as the instant that it is. */
  private void due(Operator operator, Period period) {
    Days days = period.from(viewpoint);
    String instants = range("t.due_at", operator);
    sql.append('(');
    // Implied by what follows, and something that an index knows.
    range("t.due_at", operator, days, ZONES_APART);
    add(
        " AND CASE WHEN t.due_date IS NULL THEN " + instants,
        bounds(operator, days, Duration.ZERO));
    add(" ELSE " + range("t.due_date", operator), dates(operator, days));
    sql.append(" END)");
  }

  private void completed(Operator operator, Period period) {
    sql.append("(t.status = 'completed' AND ");
    range("t.completed_at", operator, period.from(viewpoint), Duration.ZERO);
    sql.append(')');
  }

  private void range(String column, Operator operator, Days days, Duration wider) {
    add(range(column, operator), bounds(operator, days, wider));
  }

  private static String range(String column, Operator operator) {
    return switch (operator) {
      case IS -> "(" + column + " >= ? AND " + column + " < ?)";
      case LESS, AT_MOST -> column + " < ?";
      case MORE, AT_LEAST -> column + " >= ?";
    };
  }

  private Object[] bounds(Operator operator, Days days, Duration wider) {
    Instant first = Zones.startOfDay(days.first(), viewpoint.zone()).at();
    Instant end = Zones.startOfDay(days.end(), viewpoint.zone()).at();
    return switch (operator) {
      case IS -> new Object[] {first.minus(wider), end.plus(wider)};
      case LESS -> new Object[] {first.plus(wider)};
      case AT_MOST -> new Object[] {end.plus(wider)};
      case MORE -> new Object[] {end.minus(wider)};
      case AT_LEAST -> new Object[] {first.minus(wider)};
    };
  }

  private static Object[] dates(Operator operator, Days days) {
    return switch (operator) {
      case IS -> new Object[] {days.first(), days.end()};
      case LESS, AT_LEAST -> new Object[] {days.first()};
      case AT_MOST, MORE -> new Object[] {days.end()};
    };
  }
}
