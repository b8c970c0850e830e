package dev.punctual.local.product;

import org.junit.jupiter.api.BeforeAll;

class MainJobIT extends MainJobContract {
  @BeforeAll
  static void start() {
    begin(Product.start());
  }
}
