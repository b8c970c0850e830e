package dev.punctual.gateway.idempotency;

/** A write that was done already, on its way to the one place that gives its answer again. */
final class AnsweredBefore extends RuntimeException {
  private final transient KeptAnswer answer;

  AnsweredBefore(KeptAnswer answer) {
    super("answered before", null, false, false);
    this.answer = answer;
  }

  KeptAnswer answer() {
    return answer;
  }
}
