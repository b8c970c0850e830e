package dev.punctual.local.train;

import dev.punctual.local.Programs;
import dev.punctual.local.program.Application;
import dev.punctual.local.servers.Ports;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The programs as they are recorded. Functions read their secrets from a sidecar, as in a cluster;
 * each program has a management port that is known.
 */
final class Recording implements Programs {
  private final Map<String, Application> applications = new LinkedHashMap<>();
  private final Map<String, Integer> managementPorts = new LinkedHashMap<>();
  private final int sidecarPort;

  Recording(List<Application> all, int sidecarPort) {
    all.forEach(each -> applications.put(each.name(), each));
    all.forEach(each -> managementPorts.put(each.name(), Ports.free()));
    this.sidecarPort = sidecarPort;
  }

  @Override
  public List<String> function(String name) {
    List<String> command = environment(name);
    command.add("PUNCTUAL_ADAPTERS=dapr");
    command.add("DAPR_HTTP_PORT=" + sidecarPort);
    command.addAll(application(name).recordingCommand());
    return command;
  }

  @Override
  public List<String> gateway(List<String> arguments) {
    List<String> command = environment("gateway");
    command.addAll(application("gateway").recordingCommand());
    command.addAll(arguments);
    return command;
  }

  /** Where each program says whether it is ready. */
  List<URI> readiness() {
    return managementPorts.values().stream()
        .map(port -> URI.create("http://127.0.0.1:" + port + "/health/ready"))
        .toList();
  }

  private List<String> environment(String name) {
    return new ArrayList<>(List.of("env", "PUNCTUAL_MANAGEMENT_PORT=" + managementPorts.get(name)));
  }

  private Application application(String name) {
    Application application = applications.get(name);
    if (application == null) {
      throw new IllegalArgumentException(name);
    }
    return application;
  }
}
