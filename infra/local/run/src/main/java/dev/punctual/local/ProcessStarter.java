package dev.punctual.local;

import dev.punctual.local.process.ManagedProcess;
import dev.punctual.local.process.ProcessTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts gateways and functions of one run and tells them where everything is. */
final class ProcessStarter {
  private final RunSettings settings;
  private final DataFolder folder;
  private final Servers servers;
  private final ProcessTable table;

  ProcessStarter(RunSettings settings, DataFolder folder, Servers servers) {
    this.settings = settings;
    this.folder = folder;
    this.servers = servers;
    this.table = new ProcessTable(folder.run());
  }

  ManagedProcess function(String name, int replica) throws IOException {
    return ManagedProcess.start(
        table,
        name,
        settings.programs().function(name),
        environment(name, Map.of()),
        folder.log(name + "-" + replica));
  }

  /**
   * @param signInToken signs in once; null: nobody needs to
   */
  Gateway gateway(int port, String log, @Nullable String signInToken) {
    Map<String, String> more = new HashMap<>();
    more.put("PUNCTUAL_GATEWAY_HOST", settings.host());
    more.put("PUNCTUAL_GATEWAY_PORT", Integer.toString(port));
    more.put("PUNCTUAL_WEBAPP_DIR", settings.home().resolve("webapp/dist").toString());
    if (signInToken != null) {
      more.put("PUNCTUAL_SIGN_IN_TOKEN", signInToken);
    }
    try {
      ManagedProcess process =
          ManagedProcess.start(
              table,
              "gateway",
              settings.programs().gateway(List.of()),
              environment("gateway", more),
              folder.log(log));
      return new Gateway(process, Gateway.url(settings.host(), port));
    } catch (IOException e) {
      throw new Refusal("The gateway cannot be started: " + e.getMessage() + ".", e);
    }
  }

  private Map<String, String> environment(String program, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(servers.environment());
    environment.putAll(more);
    environment.put("PUNCTUAL_MANAGEMENT_PORT", "0");
    environment.putAll(settings.environment());
    environment.putAll(settings.programs().environment(program, Map.copyOf(environment)));
    return environment;
  }
}
