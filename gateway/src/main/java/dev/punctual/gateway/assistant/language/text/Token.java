package dev.punctual.gateway.assistant.language.text;

/**
 * A run of letters, a run of digits, a quotation, or any other character alone.
 *
 * @param word in lower case; of a quotation, {@link #QUOTATION}
 * @param from where it begins in the text, in UTF-16 code units
 * @param to where it ends, exclusive
 */
public record Token(String word, int from, int to) {
  /** Stands for what is in double quotes: nothing in there is read. */
  static final String QUOTATION = "\"\"";

  public boolean isMark() {
    return !isQuotation() && !Character.isLetterOrDigit(word.codePointAt(0));
  }

  public boolean isQuotation() {
    return word.equals(QUOTATION);
  }
}
