package dev.punctual.cluster.proof;

import dev.punctual.bench.Wait;
import dev.punctual.cluster.ClusterProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way from this machine to the web server: a NodePort, or its ClusterIP where that leads there.
 */
final class Door {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CONNECT_MILLIS = 1_000;
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: door}
      spec:
        type: NodePort
        selector: {app.kubernetes.io/name: punctual, app.kubernetes.io/component: webapp}
        ports: [{port: 80, targetPort: http}]
      """;

  private Door() {}

  /** Opens it, and returns its address. */
  static URI open(ClusterProgram kubectl, String node) {
    String unused = kubectl.feed(SERVICE, "apply", "--filename=-");
    String[] found =
        kubectl
            .run(
                "get",
                "service",
                "door",
                "--output=jsonpath={.spec.clusterIP} {.spec.ports[0].nodePort}")
            .split(" ");
    List<InetSocketAddress> ways =
        List.of(
            new InetSocketAddress(node, Integer.parseInt(found[1])),
            new InetSocketAddress(found[0], 80));
    Wait.until("the web server is reached", PATIENCE, () -> first(ways).isPresent());
    InetSocketAddress way = first(ways).orElseThrow();
    return URI.create("http://" + way.getAddress().getHostAddress() + ":" + way.getPort());
  }

  private static Optional<InetSocketAddress> first(List<InetSocketAddress> ways) {
    return ways.stream().filter(Door::leadsThere).findFirst();
  }

  private static boolean leadsThere(InetSocketAddress way) {
    try (Socket socket = new Socket()) {
      socket.connect(way, CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
