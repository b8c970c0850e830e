package dev.punctual.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @Test
  void readsWhatItWrites() {
    TraceContext root = TraceContext.root(true);
    assertThat(TraceContext.parse(root.traceparent())).contains(root);
    assertThat(TraceContext.parse("00-" + TRACE + "-" + SPAN + "-00"))
        .contains(new TraceContext(TRACE, SPAN, false));
  }

  @Test
  void aChildIsAnotherSpanOfTheSameTrace() {
    TraceContext root = TraceContext.root(false);
    TraceContext child = root.child();
    assertThat(child.traceId()).isEqualTo(root.traceId());
    assertThat(child.spanId()).isNotEqualTo(root.spanId());
    assertThat(child.sampled()).isFalse();
  }

  @Test
  void aLaterVersionMaySayMore() {
    assertThat(TraceContext.parse("01-" + TRACE + "-" + SPAN + "-03-more"))
        .contains(new TraceContext(TRACE, SPAN, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-" + TRACE + "-" + SPAN,
        "00-" + TRACE + "-" + SPAN + "-01-more",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-" + TRACE + "-" + SPAN + "-1"
      })
  void whatIsNotWellFormedIsNone(String traceparent) {
    assertThat(TraceContext.parse(traceparent)).isEmpty();
  }

  @Test
  void whatIsVeryLongIsNone() {
    String longer = "01-" + TRACE + "-" + SPAN + "-01-" + "x".repeat(100_000);
    assertThat(TraceContext.parse(longer)).isEmpty();
    assertThat(TraceContext.parse(null)).isEmpty();
  }
}
