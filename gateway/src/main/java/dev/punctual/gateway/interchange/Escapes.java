package dev.punctual.gateway.interchange;

import java.util.ArrayList;
import java.util.List;

/** How text is written in a calendar file (RFC 5545 §3.3.11). */
final class Escapes {
  private Escapes() {}

  static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(";", "\\;").replace(",", "\\,");
  }

  static String unescape(String written) {
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char each = written.charAt(i);
      if (each != '\\' || i + 1 == written.length()) {
        text.append(each);
        continue;
      }
      char escaped = written.charAt(++i);
      text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
    }
    return text.toString();
  }

  /** The elements of a list of texts. */
  static List<String> list(String written) {
    List<String> elements = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '\\') {
        i++;
      } else if (written.charAt(i) == ',') {
        elements.add(unescape(written.substring(from, i)));
        from = i + 1;
      }
    }
    elements.add(unescape(written.substring(from)));
    return elements;
  }
}
