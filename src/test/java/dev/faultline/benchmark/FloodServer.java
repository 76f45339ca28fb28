package dev.faultline.benchmark;

import dev.faultline.benchmark.ChangingCluster.Load;
import dev.faultline.model.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The cluster of {@link FloodBenchmark} as a process of its own, for a window to link to: a
 * thousand changes a second. Its argument is a folder, into which it writes a kubeconfig; it ends
 * with its standard input.
 */
public final class FloodServer {

  private static final List<Load> LOADS =
      List.of(
          new Load(Kind.POD, "pods", 3_000, 800),
          new Load(Kind.DEPLOYMENT, "deployments", 1_000, 100),
          new Load(Kind.REPLICA_SET, "replicasets", 1_000, 100));

  private FloodServer() {}

  public static void main(String[] arguments) throws IOException {
    try (var server = new ChangingCluster(LOADS)) {
      System.out.println(server.kubeconfig(Path.of(arguments[0])));
      while (System.in.read() >= 0) {
        // Goes on until whoever started it has no more to say.
      }
      int sent = server.kinds().stream().mapToInt(ChangingObjects::sent).sum();
      System.out.println("changes sent: " + sent);
    }
  }
}
