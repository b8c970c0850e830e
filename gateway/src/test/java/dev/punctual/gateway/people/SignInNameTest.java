package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInNameTest {
  @Test
  void namesThatLookTheSameAreTheSame() {
    assertThat(SignInName.fold(" \uff21da ")).isEqualTo(SignInName.fold("ADA")).isEqualTo("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "aaaaaaaaaaaa", "ada lovelace", "ADA LOVELACE", "ababababababab"})
  void anEasyPasswordIsRefused(String password) {
    assertThat(SignInName.password(password, "Ada Lovelace")).isInstanceOf(Rejected.class);
  }

  @Test
  void aLongPasswordNeedsNothingElse() {
    assertThat(SignInName.password("correct horse", "Ada")).isInstanceOf(Accepted.class);
    assertThat(SignInName.password("x".repeat(201), "Ada")).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "@", "a@", "@b", "a b@c", "a@b@c", "<a@b>", "a@b\r\nBcc: eve@example.org"})
  void whatIsNoAddressIsRefused(String email) {
    assertThat(SignInName.email(email)).isInstanceOf(Rejected.class);
  }

  @Test
  void aNameIsNobodysAddress() {
    assertThat(SignInName.name("ada@example.org")).isInstanceOf(Rejected.class);
    assertThat(SignInName.email("Ada@Example.org")).isEqualTo(new Accepted<>("ada@example.org"));
  }
}
