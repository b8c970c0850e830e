package dev.punctual.notification;

import dev.punctual.runtime.FunctionProcess;

/** The function {@code notification} as a process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    FunctionProcess.run("notification");
  }
}
