package dev.faultline.realtraffic;

import dev.faultline.realtraffic.KnownApp.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A real Prometheus that has counted the calls of a small shop, for tests of other packages: order
 * calls payment, which a quarter of the calls fails at, and called stock until two hours ago.
 */
public final class CountedShop implements AutoCloseable {

  private static final Duration SILENT = Duration.ofHours(2);

  private final PrometheusServer prometheus;

  private CountedShop(PrometheusServer prometheus) {
    this.prometheus = prometheus;
  }

  /** Starts it, with its data in the folder. */
  public static CountedShop start(Path folder) throws IOException, InterruptedException {
    var history = new History(Instant.now().plusSeconds(300), Duration.ofHours(8));
    history.add(
        Exporters.ISTIO.count(new Call("shop/order", "shop/payment"), 40),
        ago -> Optional.of(100_000.0 - ago.toSeconds()));
    history.add(
        Exporters.ISTIO.count(new Call("shop/order", "shop/stock"), 40),
        ago -> Optional.of(100_000.0 - Math.max(SILENT.toSeconds(), ago.toSeconds())));
    return new CountedShop(PrometheusServer.remembering(folder, history));
  }

  /** Writes the shop's manifests, which say of payment and not of stock. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("shop.yaml"), SmallShop.yaml("shop"));
  }

  public String url() {
    return prometheus.url();
  }

  @Override
  public void close() throws InterruptedException {
    prometheus.close();
  }
}
