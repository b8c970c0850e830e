package dev.punctual.gateway.http;

import dev.punctual.calendar.RuleRefused;
import dev.punctual.contracts.WireName;
import io.micronaut.http.HttpStatus;
import java.util.Locale;

/**
 * Why a request was refused. The wire name is the constant's name in lower case with hyphens; it is
 * stable, programs switch on it.
 */
public enum ProblemCode implements WireName {
  /** The body is not JSON, names a field twice, or is nested too deeply. */
  NOT_JSON(HttpStatus.BAD_REQUEST, "The body is not JSON"),
  /** The body is not an iCalendar file, or is nested too deeply. */
  NOT_A_CALENDAR(HttpStatus.BAD_REQUEST, "The body is not an iCalendar file"),
  /** A field or parameter that must be there is not. */
  REQUIRED(HttpStatus.BAD_REQUEST, "Something required is missing"),
  /** A field or parameter has the wrong form. */
  INVALID_VALUE(HttpStatus.BAD_REQUEST, "A value has the wrong form"),
  /** A field that nothing knows. */
  UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "There is no such field"),
  /** A cursor that no answer gave. */
  INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor cannot be read"),
  /** A query that goes wrong at one place: a parenthesis, a quote, a value that is missing. */
  QUERY_SYNTAX(HttpStatus.BAD_REQUEST, "The query cannot be read"),
  /** A query asks for a key that there is not. */
  QUERY_UNKNOWN_KEY(HttpStatus.BAD_REQUEST, "The query has a key that there is not"),
  /** A query gives a key a value that it does not know. */
  QUERY_UNKNOWN_VALUE(HttpStatus.BAD_REQUEST, "The query has a value that its key does not know"),
  /** A query compares what has no order. */
  QUERY_OPERATOR(HttpStatus.BAD_REQUEST, "The query compares what has no order"),
  /** A query has too many characters. */
  QUERY_TOO_LONG(HttpStatus.BAD_REQUEST, "The query is too long"),
  /** A query has too many words, phrases and keys. */
  QUERY_TOO_MANY_TERMS(HttpStatus.BAD_REQUEST, "The query asks too much"),
  /** A query has too many parentheses within each other. */
  QUERY_TOO_DEEP(HttpStatus.BAD_REQUEST, "The query is nested too deeply"),
  /** The request cannot be understood for another reason. */
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
  /** Nobody is signed in. */
  UNAUTHORISED(HttpStatus.UNAUTHORIZED, "Sign in first"),
  /** A sign-in link was used before, has run out, or never was one. */
  SIGN_IN_LINK_SPENT(HttpStatus.UNAUTHORIZED, "This sign-in link does not work any more"),
  /** Name and password do not belong together, or there is no such account. */
  SIGN_IN_REFUSED(HttpStatus.UNAUTHORIZED, "This is not how to sign in"),
  /** A link that sets a password was used before, has run out, or never was one. */
  RESET_LINK_SPENT(HttpStatus.FORBIDDEN, "This link does not work any more"),
  /** A token for reading asks for a write. */
  READ_ONLY_TOKEN(HttpStatus.FORBIDDEN, "This token is for reading"),
  /** A token asks for what only a session may. */
  SESSION_REQUIRED(HttpStatus.FORBIDDEN, "Only in a session"),
  /** Something for the administrator. */
  ADMINISTRATORS_ONLY(HttpStatus.FORBIDDEN, "Only for administrators"),
  /** Nobody can make an account here. */
  SIGN_UP_CLOSED(HttpStatus.FORBIDDEN, "No accounts are made here"),
  /** An account is made by invitation, and there is none, or it was used or has run out. */
  INVITATION_REQUIRED(HttpStatus.FORBIDDEN, "Accounts are made by invitation"),
  /** A write came from a page of another site. */
  CROSS_ORIGIN(HttpStatus.FORBIDDEN, "Writes are accepted from this site's own pages only"),
  /** There is no such thing, or it belongs to somebody else. */
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
  /** The thing is there, but not for this method. */
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Not with this method"),
  /** The answer cannot be given in a form that the request accepts. */
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not in this form"),
  /** The state of the thing does not allow it. */
  WRONG_STATE(HttpStatus.CONFLICT, "Its state does not allow this"),
  /** Another thing has this name already. */
  NAME_TAKEN(HttpStatus.CONFLICT, "This name is taken"),
  /** A write would touch another number of things than its writer expects; it is in current. */
  COUNT_MISMATCH(HttpStatus.CONFLICT, "It is another number than expected"),
  /** If-Match names another version than the current one, which the problem carries. */
  PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "It has changed meanwhile"),
  /** No password is reset by mail here. */
  NO_MAIL(HttpStatus.CONFLICT, "No mail is sent here"),
  /** Somebody else has this e-mail address. */
  EMAIL_TAKEN(HttpStatus.CONFLICT, "The address is taken"),
  /** What would have to be undone was changed since; errors name the things and their fields. */
  UNDO_CONFLICT(HttpStatus.CONFLICT, "It has changed since"),
  /** What it did cannot be taken back: a secret that was told, a file too large, a profile. */
  NOT_UNDOABLE(HttpStatus.CONFLICT, "It cannot be undone"),
  /** Everything is as it was before the change. */
  NOTHING_TO_UNDO(HttpStatus.CONFLICT, "There is nothing to undo"),
  /** The change is older than 30 days. */
  CHANGE_TOO_OLD(HttpStatus.CONFLICT, "It is too long ago"),
  /** The same write, under the same Idempotency-Key, has not been answered yet. */
  IDEMPOTENCY_KEY_IN_USE(HttpStatus.CONFLICT, "The same write is still running"),
  /** It was sent before; its answer holds a secret, is too large, or was cut short. */
  ANSWER_NOT_KEPT(HttpStatus.CONFLICT, "It was sent before, and its answer is not kept"),
  /** The body is larger than it may be. */
  PAYLOAD_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large"),
  /** The body is of another media type than the route reads. */
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Not in this media type"),

  /** The gateway was asked under a name that is not its own. */
  UNKNOWN_HOST(HttpStatus.MISDIRECTED_REQUEST, "Not a name of this installation"),
  /** Too many requests of a person, or sign-ins; {@code Retry-After} says when to come again. */
  TOO_OFTEN(HttpStatus.TOO_MANY_REQUESTS, "Too often"),

  /** A password that is short or the name. */
  WEAK_PASSWORD("The password is too easy to guess"),
  /** An Idempotency-Key under which another request was sent. */
  IDEMPOTENCY_KEY_REUSED("The key is another request's"),

  /** A text has nothing in it. */
  EMPTY("It is empty"),
  /** A text has too many characters. */
  TOO_LONG("It is too long"),
  /** A list has too many entries, or a thing too many of another. */
  TOO_MANY("There are too many"),
  /** A text holds control characters or half a surrogate pair. */
  INVALID_TEXT("It holds characters that cannot be kept"),
  /** A time outside of the years 1 to 9999. */
  OUT_OF_RANGE("It is out of range"),
  /** When is said in more than one way, or in none. */
  AMBIGUOUS_TIME("Say when in exactly one way"),
  /** A time that has passed. */
  IN_THE_PAST("It lies in the past"),
  /** A relative reminder of a task that is not due at any time. */
  NO_DUE("The task has no due to count from"),
  /** A series has no occurrence where one was moved to. */
  NOT_AN_OCCURRENCE("The rule has no occurrence there"),
  /** A series without a further occurrence. */
  NOTHING_TO_COME("Nothing is to come"),
  /** Something that is planned and not there yet. */
  NOT_SUPPORTED("Not supported yet"),

  /** A zone that the IANA time zone database does not have. */
  UNKNOWN_ZONE("There is no such zone"),
  /** A time before something that is no period and no duration. */
  INVALID_OFFSET("The time before cannot be read"),
  // What else the calendar refuses, under its own names (RuleRefused.Code).
  INVALID_START,
  INVALID_EXDATE,
  INVALID_RDATE,
  INVALID_OCCURRENCE,
  INVALID_RULE,
  RULE_TOO_LONG,
  UNKNOWN_PART,
  REPEATED_PART,
  INVALID_FREQ,
  INVALID_INTERVAL,
  INVALID_COUNT,
  INVALID_UNTIL,
  INVALID_WKST,
  INVALID_SKIP,
  INVALID_RSCALE,
  INVALID_BYMONTH,
  INVALID_BYWEEKNO,
  INVALID_BYYEARDAY,
  INVALID_BYMONTHDAY,
  INVALID_BYDAY,
  INVALID_BYHOUR,
  INVALID_BYMINUTE,
  INVALID_BYSETPOS,
  SUB_MINUTE,
  COUNT_WITH_UNTIL,
  NO_MATCH,
  CANNOT_SPLIT,
  TOO_MUCH_WORK,

  /** The database or another server is away: the same again may succeed. */
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Try again in a moment"),
  /** Our own mistake. */
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here");

  private final HttpStatus status;
  private final String title;

  ProblemCode() {
    this("The recurrence cannot be accepted");
  }

  ProblemCode(String title) {
    this(HttpStatus.UNPROCESSABLE_ENTITY, title);
  }

  ProblemCode(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The code of the same name; a test holds that there is one for each. */
  public static ProblemCode of(RuleRefused.Code code) {
    return valueOf(code.name());
  }

  /** The code of what Micronaut itself refuses with a status. */
  static ProblemCode of(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> UNAUTHORISED;
      case NOT_FOUND -> NOT_FOUND;
      case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
      case REQUEST_ENTITY_TOO_LARGE -> PAYLOAD_TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
      case SERVICE_UNAVAILABLE -> UNAVAILABLE;
      default -> status.getCode() < 500 ? BAD_REQUEST : INTERNAL;
    };
  }

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }
}
