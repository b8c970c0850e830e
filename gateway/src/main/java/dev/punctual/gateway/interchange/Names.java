package dev.punctual.gateway.interchange;

import java.util.Set;

/** The properties of Punctual's own (RFC 5545 §3.8.8.2), and those that say nothing to it. */
final class Names {
  static final String KIND = "X-PUNCTUAL-KIND";
  static final String STATUS = "X-PUNCTUAL-STATUS";
  static final String ZONE = "X-PUNCTUAL-ZONE";

  /** The instant of a local time that comes twice, or one with a fraction of a second. */
  static final String AT = "X-PUNCTUAL-AT";

  static final String RULE = "X-PUNCTUAL-RULE";
  static final String LEAD = "X-PUNCTUAL-LEAD";
  static final String REPEAT = "X-PUNCTUAL-REPEAT";
  static final String IF_PENDING = "X-PUNCTUAL-IF-PENDING";
  static final String ON_MISSED = "X-PUNCTUAL-ON-MISSED";
  static final String LAST = "X-PUNCTUAL-LAST";
  static final String DONE_AT = "X-PUNCTUAL-DONE-AT";
  static final String BEFORE = "X-PUNCTUAL-BEFORE";
  static final String AFTER = "X-PUNCTUAL-AFTER";
  static final String SNOOZED_TO = "X-PUNCTUAL-SNOOZED-TO";

  static final String SERIES = "series";

  private static final Set<String> READ =
      Set.of(
          "UID",
          "SUMMARY",
          "DESCRIPTION",
          "STATUS",
          "PRIORITY",
          "CATEGORIES",
          "DUE",
          "DTSTART",
          "DURATION",
          "RRULE",
          "EXDATE",
          "RDATE",
          "RECURRENCE-ID",
          "CREATED",
          "COMPLETED",
          "PERCENT-COMPLETE",
          "LOCATION",
          "URL",
          "COMMENT",
          "CONTACT");

  private static final Set<String> SILENT = Set.of("DTSTAMP", "LAST-MODIFIED", "SEQUENCE");

  private Names() {}

  /** Whether nothing is lost when nobody looks at it. */
  static boolean isKnown(String name) {
    return READ.contains(name) || SILENT.contains(name) || name.startsWith("X-PUNCTUAL-");
  }
}
