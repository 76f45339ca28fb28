package dev.faultline.realtraffic;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Prometheus. */
final class PrometheusServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Program program;
  private final String url;

  private PrometheusServer(Program program, String url) {
    this.program = program;
    this.url = url;
  }

  /** Scrapes the target every second. */
  static PrometheusServer scraping(Path folder, String target)
      throws IOException, InterruptedException {
    return start(
        folder,
        """
        global: {scrape_interval: 1s}
        scrape_configs:
          - job_name: exporter
            static_configs: [{targets: ['%s']}]
        """
            .formatted(target));
  }

  /** Holds what was scraped in the past. */
  static PrometheusServer remembering(Path folder, History history, String... flags)
      throws IOException, InterruptedException {
    return remembering(folder, LOOPBACK, Optional.empty(), history, flags);
  }

  /** The same, at another of this machine's addresses than loopback. */
  static PrometheusServer remembering(Path folder, String host, History history)
      throws IOException, InterruptedException {
    return remembering(folder, host, Optional.empty(), history);
  }

  /** The same, of one that wants to know who asks. */
  static PrometheusServer remembering(
      Path folder, Optional<String> authorization, History history, String... flags)
      throws IOException, InterruptedException {
    return remembering(folder, LOOPBACK, authorization, history, flags);
  }

  private static PrometheusServer remembering(
      Path folder, String host, Optional<String> authorization, History history, String... flags)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var file = Files.writeString(folder.resolve("history.txt"), history.text());
    Program.run(
        folder.resolve("promtool"),
        List.of(
            "promtool",
            "tsdb",
            "create-blocks-from",
            "openmetrics",
            file.toString(),
            folder.resolve("data").toString()));
    return start(folder, host, authorization, "global: {scrape_interval: 1m}\n", flags);
  }

  static PrometheusServer start(Path folder, String configuration)
      throws IOException, InterruptedException {
    return start(folder, LOOPBACK, Optional.empty(), configuration);
  }

  private static PrometheusServer start(
      Path folder,
      String host,
      Optional<String> authorization,
      String configuration,
      String... flags)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("prometheus.yml"), configuration);
    var address = host + ":" + Program.freePort();
    var command =
        new ArrayList<>(
            List.of(
                "prometheus",
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address,
                "--log.level=warn"));
    command.addAll(List.of(flags));
    var url = "http://" + address;
    var program = Program.start(folder.resolve("server"), Map.of(), command);
    return new PrometheusServer(
        program.awaitAnswer(URI.create(url + "/-/ready"), authorization), url);
  }

  String url() {
    return url;
  }

  @Override
  public void close() throws InterruptedException {
    program.close();
  }
}
