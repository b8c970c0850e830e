package dev.punctual.gateway.assistant.turn;

/** What turns a sentence into an answer, and does what it asks on the way. */
public interface Engine {

  /**
   * Answers one turn.
   *
   * @throws dev.punctual.gateway.http.Refused when what is asked cannot be granted; nothing is done
   *     then
   */
  Outcome answer(Context context, Progress progress);

  /** Is told how a turn goes on. */
  interface Progress {
    /** For somebody who waits for the end. */
    Progress NOBODY =
        new Progress() {
          @Override
          public void token(String text) {}

          @Override
          public void tool(String name) {}

          @Override
          public boolean isGone() {
            return false;
          }

          @Override
          public void onGone(Runnable stop) {}
        };

    /** More of the reply. */
    void token(String text);

    /** Something is being looked up, or done. */
    void tool(String name);

    /** Whether nobody waits for the answer any more: nothing further is to be done. */
    boolean isGone();

    /** Has this run as soon as nobody waits, in place of what was to run then before. */
    void onGone(Runnable stop);
  }
}
