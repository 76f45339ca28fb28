package dev.faultline.realtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.TrafficMerge;
import dev.faultline.model.Dependency;
import dev.faultline.model.Provenance;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.realtraffic.KnownApp.Call;
import dev.faultline.realtraffic.ZipkinServer.Service;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.zipkin.ZipkinSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real spans, posted to a real Zipkin. */
@OnRealServers
class ZipkinOnRealServerTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.faultline.realtraffic.KnownApp#all")
  void everyCallOfAnApplicationIsFoundAndNoneIsInvented(KnownApp app)
      throws IOException, InterruptedException {
    try (var zipkin = ZipkinServer.start(folder)) {
      for (Call call : app.calls()) {
        zipkin.post(service(app, call.caller()), service(app, call.callee()), justNow(), false);
      }

      var report = report(zipkin, app);

      var graph = app.merge(report);
      assertThat(KnownApp.seen(graph)).isEqualTo(new TreeSet<>(app.calls()));
      assertThat(graph.notes()).isEmpty();
      assertThat(graph.graph().dependencies())
          .extracting(Dependency::provenance)
          .contains(Provenance.BOTH);
    }
  }

  @Test
  void ratesErrorsAndSilenceAreRead() throws IOException, InterruptedException {
    try (var zipkin = ZipkinServer.start(folder)) {
      var order = new Service("order", Map.of());
      var payment = new Service("payment", Map.of());
      for (int i = 0; i < 90; i++) {
        zipkin.post(order, payment, justNow(), i < 9);
      }
      zipkin.post(order, new Service("stock", Map.of()), ago(Duration.ofHours(3)), false);
      zipkin.post(order, new Service("old", Map.of()), ago(Duration.ofDays(3)), false);

      var edges = read(zipkin, TrafficQuestion.at(Instant.now())).edges();

      assertThat(edges)
          .extracting(one -> one.callee().describe())
          .containsExactlyInAnyOrder("payment", "stock");
      assertThat(edges)
          .filteredOn(one -> one.callee().describe().equals("payment"))
          .singleElement()
          .satisfies(
              one -> {
                // 90 calls in the newest slice, which is a quarter of an hour.
                assertThat(one.figures().perSecond()).isEqualTo(0.1);
                assertThat(one.figures().errorShare()).hasValue(0.1);
                assertThat(one.seen().quiet()).isFalse();
              });
      assertThat(edges)
          .filteredOn(one -> one.callee().describe().equals("stock"))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.seen().quiet()).isTrue();
                assertThat(one.figures().perSecond()).isZero();
                assertThat(one.seen().last()).isBefore(ago(Duration.ofHours(1)));
                assertThat(one.seen().first()).isBefore(ago(Duration.ofHours(3)));
              });
    }
  }

  private static TrafficReport report(ZipkinServer zipkin, KnownApp app)
      throws InterruptedException {
    var known = TrafficMerge.plainNames(app.state(), app.mapping());
    return read(zipkin, TrafficQuestion.at(Instant.now()).knowing(known));
  }

  private static TrafficReport read(ZipkinServer zipkin, TrafficQuestion question)
      throws InterruptedException {
    var reading = new ZipkinSource(Servers.endpoint(zipkin.url())).read(question);
    assertThat(reading).isInstanceOf(TrafficReading.Answered.class);
    var answered = (TrafficReading.Answered) reading;
    assertThat(answered.notes()).isEmpty();
    return answered.report();
  }

  private static Service service(KnownApp app, String workload) {
    return new Service(app.spanName(workload), app.spanAttributes(workload));
  }

  private static Instant justNow() {
    return ago(Duration.ofSeconds(5));
  }

  private static Instant ago(Duration time) {
    return Instant.now().minus(time);
  }
}
