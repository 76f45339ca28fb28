package dev.faultline.telemetry.jaeger;

import static dev.faultline.telemetry.CannedEndpoint.document;
import static dev.faultline.telemetry.CannedEndpoint.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.traffic.TrafficPeer.OfSpans;
import dev.faultline.telemetry.CannedEndpoint;
import dev.faultline.telemetry.EndpointAnswer;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An older Jaeger, as its documentation describes it, and servers that are none. */
class JaegerSourceTest {

  private static final TrafficQuestion QUESTION =
      TrafficQuestion.at(Instant.parse("2026-03-01T03:00:00Z"));

  @Test
  void withoutVersionThreeTheProcessOfATraceTellsWhereItRuns() throws InterruptedException {
    var older = new CannedEndpoint(JaegerSourceTest::older);

    var answered = (TrafficReading.Answered) new JaegerSource(older).read(QUESTION);

    assertThat(answered.report().edges())
        .singleElement()
        .satisfies(
            edge ->
                assertThat(edge.callee())
                    .isEqualTo(
                        new OfSpans(
                            "pay",
                            Map.of(
                                "k8s.namespace.name", "shop", "k8s.deployment.name", "payment"))));
  }

  @Test
  void whatIsKnownAlreadyIsNotAskedFor() throws InterruptedException {
    var older = new CannedEndpoint(JaegerSourceTest::older);

    new JaegerSource(older).read(QUESTION.knowing(Set.of("order", "pay")));

    assertThat(older.asked()).allMatch(path -> path.startsWith("/api/dependencies?"));
  }

  @Test
  void anOldSliceThatIsRefusedIsANoteAndTheNewestDecides() throws InterruptedException {
    var newest = QUESTION.now().toEpochMilli();
    var partly =
        new CannedEndpoint(
            path -> path.contains("endTs=" + newest) ? older(path) : refused(500, "too old"));
    var none = new CannedEndpoint(path -> refused(500, "{\"error\":\"no storage\"}"));

    var answered = (TrafficReading.Answered) new JaegerSource(partly).read(QUESTION);

    assertThat(answered.report().edges()).hasSize(1);
    assertThat(answered.notes()).hasSize(3).allMatch(note -> note.endsWith("HTTP 500: too old"));
    assertThat(new JaegerSource(none).read(QUESTION).complaint())
        .contains("no traffic data from Jaeger at canned:80: HTTP 500: no storage");
  }

  @Test
  void whatIsNoJaegerIsToldApart() throws InterruptedException {
    for (String text : new String[] {"[]", "{}", "<html>", "", "{\"data\":"}) {
      var other = new CannedEndpoint(path -> document(text));

      assertThat(new JaegerSource(other).read(QUESTION))
          .isInstanceOf(TrafficReading.Unanswered.class);
    }
  }

  private static EndpointAnswer older(String path) {
    if (path.startsWith("/api/dependencies?")) {
      return document("{\"data\":[{\"parent\":\"order\",\"child\":\"pay\",\"callCount\":9}]}");
    }
    if (path.startsWith("/api/traces?service=pay&")) {
      return document(
          """
          {"data": [{"processes": {"p1": {"serviceName": "order", "tags": []},
            "p2": {"serviceName": "pay", "tags": [
              {"key": "k8s.namespace.name", "type": "string", "value": "shop"},
              {"key": "k8s.deployment.name", "type": "string", "value": "payment"},
              {"key": "host.name", "type": "string", "value": "node-1"}]}}}]}
          """);
    }
    return refused(404, "404 page not found");
  }
}
