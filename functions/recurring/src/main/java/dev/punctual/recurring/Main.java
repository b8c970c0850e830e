package dev.punctual.recurring;

import dev.punctual.runtime.FunctionProcess;

/** The function {@code recurring} as a process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    FunctionProcess.run("recurring");
  }
}
