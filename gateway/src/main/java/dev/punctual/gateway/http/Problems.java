package dev.punctual.gateway.http;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.store.DatabaseFault;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place where refusals and faults become answers, Micronaut's own among them. */
@Singleton
@Primary
final class Problems implements ErrorResponseProcessor<Problem> {
  static final String CONTENT_TYPE = "application/problem+json";
  private static final String RETRY_SECONDS = "2";

  /** SQLSTATE of what PostgreSQL can keep in no text: of NUL alone, where all else is UTF-8. */
  private static final Set<String> NO_CHARACTER = Set.of("22021", "22P05");

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    Throwable cause = context.getRootCause().orElse(null);
    Problem problem = problem(cause, response);
    MutableHttpResponse<?> answer = response.status(problem.status()).contentType(CONTENT_TYPE);
    if (cause instanceof Refused refused && refused.retryAfter() != null) {
      long seconds = Math.max(1, refused.retryAfter().plusNanos(999_999_999).toSeconds());
      answer = answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    } else if (problem.code() == ProblemCode.UNAVAILABLE) {
      answer = answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(problem);
  }

  private static Problem problem(@Nullable Throwable cause, MutableHttpResponse<?> response) {
    return switch (cause) {
      case Refused refused -> refused.problem();
      case JsonRefused refused ->
          problem(code(refused.reason()), refused.field(), String.valueOf(refused.getMessage()));
      case DecompressionException refused ->
          problem(ProblemCode.BAD_REQUEST, "", "The body is not what Content-Encoding says.");
      case ConversionErrorException refused -> unconverted(refused);
      case UnsatisfiedRouteException refused -> unsatisfied(refused.getArgument());
      case DatabaseFault fault when isEnvironment(fault) ->
          problem(ProblemCode.UNAVAILABLE, "", "The database is away or busy; nothing was saved.");
      case DatabaseFault fault when NO_CHARACTER.contains(fault.sqlState()) ->
          problem(ProblemCode.INVALID_TEXT, "", "A text holds the character NUL, which none has.");
      case DatabaseFault fault when isOfNobody(fault) ->
          problem(ProblemCode.UNAUTHORISED, "", "The account was deleted meanwhile.");
      case null, default -> {
        ProblemCode code = ProblemCode.of(response.status());
        yield problem(code, "", detail(code));
      }
    };
  }

  static boolean isEnvironment(DatabaseFault fault) {
    return fault.blame() == DatabaseFault.Cause.ENVIRONMENT;
  }

  /** A write of somebody who has left since the request was let in. */
  private static boolean isOfNobody(DatabaseFault fault) {
    return fault.sqlState().equals("23503")
        && String.valueOf(fault.getMessage()).contains("_user_id_fkey\"");
  }

  private static Problem unconverted(ConversionErrorException refused) {
    Argument<?> argument = refused.getArgument();
    // An id that is no UUID names nothing: the same answer as for one that nobody has.
    return Id.class.isAssignableFrom(argument.getType())
        ? Refused.notFound().problem()
        : problem(
            ProblemCode.INVALID_VALUE,
            argument.getName(),
            argument.getName() + " must be " + Parameters.expected(argument.getType()) + ".");
  }

  private static Problem unsatisfied(Argument<?> argument) {
    return argument.getAnnotationMetadata().hasAnnotation(Body.class)
        ? problem(ProblemCode.NOT_JSON, "", "not JSON: it is empty")
        : problem(ProblemCode.REQUIRED, argument.getName(), argument.getName() + " is required.");
  }

  private static String detail(ProblemCode code) {
    return switch (code) {
      case PAYLOAD_TOO_LARGE -> "A body has at most 1 MB, a file to import 64 MB.";
      case INTERNAL -> "It was our mistake, and it was written down.";
      default -> code.title() + ".";
    };
  }

  private static ProblemCode code(JsonRefused.Reason reason) {
    return switch (reason) {
      case SYNTAX -> ProblemCode.NOT_JSON;
      case REQUIRED -> ProblemCode.REQUIRED;
      case INVALID -> ProblemCode.INVALID_VALUE;
      case UNKNOWN_FIELD -> ProblemCode.UNKNOWN_FIELD;
    };
  }

  private static Problem problem(ProblemCode code, String field, String message) {
    return Problem.of(code, field, Objects.requireNonNull(message), null, null);
  }
}
