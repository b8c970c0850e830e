package dev.punctual.gateway.query;

/** What stands between a key and its value. */
enum Operator {
  // Of two that begin alike the longer one is tried first.
  IS(":"),
  AT_MOST("<="),
  AT_LEAST(">="),
  LESS("<"),
  MORE(">");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /**
   * Whether something stands so to a value.
   *
   * @param order negative: it is less than the value; 0: the same; positive: more
   */
  boolean holds(int order) {
    return switch (this) {
      case IS -> order == 0;
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case MORE -> order > 0;
    };
  }
}
