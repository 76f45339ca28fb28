package dev.faultline.realtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.TrafficMerge;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.realtraffic.KnownApp.Call;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.jaeger.JaegerSource;
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

/** Real spans, sent to a real Jaeger. */
@OnRealServers
class JaegerOnRealServerTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.faultline.realtraffic.KnownApp#all")
  void everyCallOfAnApplicationIsFoundAndNoneIsInvented(KnownApp app)
      throws IOException, InterruptedException {
    try (var jaeger = JaegerServer.start(folder)) {
      for (Call call : app.calls()) {
        jaeger.post(
            app.spanName(call.caller()),
            app.spanAttributes(call.caller()),
            app.spanName(call.callee()),
            app.spanAttributes(call.callee()),
            Instant.now().minusSeconds(5));
      }
      var known = TrafficMerge.plainNames(app.state(), app.mapping());

      var graph = app.merge(read(jaeger, TrafficQuestion.at(Instant.now()).knowing(known)));

      assertThat(KnownApp.seen(graph)).isEqualTo(new TreeSet<>(app.calls()));
      assertThat(graph.notes()).isEmpty();
    }
  }

  @Test
  void ratesAndSilenceAreReadAndErrorsAreNotClaimed() throws IOException, InterruptedException {
    try (var jaeger = JaegerServer.start(folder)) {
      for (int i = 0; i < 90; i++) {
        jaeger.post("order", Map.of(), "payment", Map.of(), Instant.now().minusSeconds(5));
      }
      var before = Instant.now().minus(Duration.ofHours(3));
      jaeger.post("order", Map.of(), "stock", Map.of(), before);

      var edges = read(jaeger, TrafficQuestion.at(Instant.now())).edges();

      assertThat(edges).hasSize(2);
      assertThat(edges)
          .filteredOn(one -> !one.seen().quiet())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.callee().describe()).isEqualTo("payment");
                assertThat(one.figures().perSecond()).isEqualTo(0.1);
                assertThat(one.figures().errorShare()).isEmpty();
              });
      assertThat(edges)
          .filteredOn(one -> one.seen().quiet())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.callee().describe()).isEqualTo("stock");
                assertThat(one.seen().last()).isAfter(before);
                assertThat(one.seen().first()).isBefore(before);
              });
    }
  }

  private static TrafficReport read(JaegerServer jaeger, TrafficQuestion question)
      throws InterruptedException {
    var reading = new JaegerSource(Servers.endpoint(jaeger.url())).read(question);
    assertThat(reading).isInstanceOf(TrafficReading.Answered.class);
    var answered = (TrafficReading.Answered) reading;
    assertThat(answered.notes()).isEmpty();
    return answered.report();
  }
}
