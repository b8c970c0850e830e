package dev.punctual.local.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeedTest {
  @Test
  void whatIsMissingIsLeftOut() {
    assertThat(Need.judge(false, false, "no nginx").isDisabled()).isTrue();
    assertThat(Need.judge(true, false, "no nginx").isDisabled()).isFalse();
  }

  @Test
  void whatIsMissingFailsWhereItIsRequired() {
    assertThatThrownBy(() -> Need.judge(false, true, "no nginx; install it"))
        .hasMessageContaining("no nginx; install it");
    assertThat(Need.judge(true, true, "no nginx").isDisabled()).isFalse();
  }

  @Test
  void onlyWhatIsNamedIsRequired() {
    assertThat(Need.NGINX.isRequired("dapr, nginx")).isTrue();
    assertThat(Need.NGINX.isRequired("dapr")).isFalse();
    assertThat(Need.DAPR.isRequired("")).isFalse();
  }

  @Test
  void aNameThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> Need.DAPR.isRequired("darp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DARP");
  }
}
