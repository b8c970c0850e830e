package dev.punctual.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What infra/aks/kafka makes is what the contract says. */
class AksTopicsTest {
  private static final Pattern TOPIC =
      Pattern.compile("([a-z-]+) += \\{ partitions = (\\d+), retention_hours = (\\d+) }");

  @Test
  void terraformMakesTheTopicsOfTheContract() throws IOException {
    Map<String, String> made = new TreeMap<>();
    Matcher matcher = TOPIC.matcher(Files.readString(Path.of("../../aks/kafka/main.tf")));
    while (matcher.find()) {
      String before = made.put(matcher.group(1), shape(matcher.group(2), matcher.group(3)));
      assertThat(before).as(matcher.group(1)).isNull();
    }

    assertThat(made)
        .isEqualTo(
            Arrays.stream(Topic.values())
                .collect(
                    Collectors.toMap(
                        Topic::wireName,
                        topic ->
                            shape(
                                Integer.toString(topic.partitions()),
                                Long.toString(topic.retention().toHours())))));
  }

  private static String shape(String partitions, String hours) {
    return partitions + " partitions, " + hours + " h";
  }
}
