package dev.punctual.local.invocation;

import dev.punctual.local.dapr.Need;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a test class out where there is no nginx, see {@link Need}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNginx.Condition.class)
@interface NeedsNginx {

  /** Whether nginx is here. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Need.NGINX.judge(
          context, find().isPresent(), "no nginx; with the package nginx-light installed it runs");
    }

    static Optional<Path> find() {
      String folders = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
      return Stream.of(folders.split(":"))
          .filter(folder -> !folder.isEmpty())
          .map(folder -> Path.of(folder, "nginx"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }
}
