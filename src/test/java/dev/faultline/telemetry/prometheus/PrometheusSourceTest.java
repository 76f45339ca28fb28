package dev.faultline.telemetry.prometheus;

import static dev.faultline.telemetry.CannedEndpoint.document;
import static dev.faultline.telemetry.CannedEndpoint.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.telemetry.CannedEndpoint;
import dev.faultline.telemetry.EndpointAnswer;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Answers that a real Prometheus does not give in a test: warnings, half of the truth, nonsense.
 */
class PrometheusSourceTest {

  private static final TrafficQuestion QUESTION =
      TrafficQuestion.at(Instant.parse("2026-03-01T03:00:00Z"));
  private static final String NAMES =
      "{\"status\":\"success\",\"data\":[\"istio_requests_total\",\"up\"]}";
  private static final String LABELS =
      """
      "source_workload_namespace":"shop","source_workload":"order",
      "destination_workload_namespace":"shop","destination_workload":"payment"
      """;

  @Test
  void aFamilyCostsFourQueriesHoweverManyServicesThereAre() throws InterruptedException {
    var server = new CannedEndpoint(path -> answer(path, "", "5"));

    new PrometheusSource(server).read(QUESTION);

    assertThat(server.asked()).hasSize(5);
    assertThat(server.asked().getFirst()).startsWith("/api/v1/label/__name__/values?match");
  }

  @Test
  void warningsOfThanosAreKept() throws InterruptedException {
    var warned = ",\"warnings\":[\"No StoreAPIs matched\\u0007 for this query\"]";
    var server = new CannedEndpoint(path -> answer(path, warned, "5"));

    var answered = (TrafficReading.Answered) new PrometheusSource(server).read(QUESTION);

    assertThat(answered.report().edges()).hasSize(1);
    assertThat(answered.notes()).containsExactly("it warns: No StoreAPIs matched  for this query");
  }

  @Test
  void valuesThatAreNoNumbersAreNoTraffic() throws InterruptedException {
    for (String value : new String[] {"NaN", "+Inf", "-1", "0", "x"}) {
      var server = new CannedEndpoint(path -> answer(path, "", value));

      var answered = (TrafficReading.Answered) new PrometheusSource(server).read(QUESTION);

      assertThat(answered.report().edges()).as(value).isEmpty();
    }
  }

  @Test
  void failuresThatCannotBeReadAreNotCalledNone() throws InterruptedException {
    var server =
        new CannedEndpoint(
            path -> path.contains("response_code") ? refused(503, "busy") : answer(path, "", "5"));

    var answered = (TrafficReading.Answered) new PrometheusSource(server).read(QUESTION);

    assertThat(answered.report().edges().getFirst().figures().errorShare()).isEmpty();
    assertThat(answered.notes()).containsExactly("no failures of Istio: HTTP 503: busy");
  }

  @Test
  void timeThatIsOverIsOver() throws InterruptedException {
    var server = new CannedEndpoint(path -> answer(path, "", "5"));

    var reading = new PrometheusSource(server).read(QUESTION.within(Duration.ZERO));

    assertThat(reading.complaint())
        .contains("no traffic data from Prometheus at canned:80: there was no time left to ask");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void whatIsNoPrometheusIsToldApart() throws InterruptedException {
    for (String text : new String[] {"[]", "{}", "<html>", "", "{\"status\":\"success\""}) {
      var other = new CannedEndpoint(path -> document(text));

      assertThat(new PrometheusSource(other).read(QUESTION))
          .isInstanceOf(TrafficReading.Unanswered.class);
    }
  }

  private static EndpointAnswer answer(String path, String further, String value) {
    if (path.startsWith("/api/v1/label/")) {
      return document(NAMES);
    }
    if (path.startsWith("/api/v1/query_range")) {
      return document(
          "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
    }
    return document(
        """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":{%s},"value":[1772334000,"%s"]}, {"metric":{}}, 7]}%s}
        """
            .formatted(LABELS, value, further));
  }
}
