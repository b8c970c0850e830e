package dev.punctual.local.invocation;

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

/** Leaves a test class out, and says so in one line, where there is no nginx. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNginx.Condition.class)
@interface NeedsNginx {

  /** Asked for the class and for each of its methods: speaks only once, for the class. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (find().isPresent()) {
        return ConditionEvaluationResult.enabled("nginx is here");
      }
      String reason = "no nginx; with the package nginx-light installed it runs";
      if (context.getTestMethod().isEmpty()) {
        System.err.println(context.getDisplayName() + " is left out: " + reason + ".");
      }
      return ConditionEvaluationResult.disabled(reason);
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
