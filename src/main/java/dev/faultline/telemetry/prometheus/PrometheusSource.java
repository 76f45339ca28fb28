package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.telemetry.Budget;
import dev.faultline.telemetry.Documents;
import dev.faultline.telemetry.Endpoint;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.TrafficSource;
import dev.faultline.telemetry.prometheus.PrometheusApi.Found;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads traffic out of Prometheus: one request finds which families of metrics there are, then at
 * most four read each of them whole, however many services there are.
 */
public final class PrometheusSource implements TrafficSource {

  private static final int MOST_BYTES = 24 * 1024 * 1024;

  private final Endpoint endpoint;
  private final Documents documents;
  private final Matchers matchers;

  public PrometheusSource(Endpoint endpoint) {
    this(endpoint, Matchers.NONE);
  }

  /** Only what the matchers leave of it. */
  public PrometheusSource(Endpoint endpoint, Matchers matchers) {
    this.endpoint = endpoint;
    this.matchers = matchers;
    this.documents = new Documents(endpoint, MOST_BYTES);
  }

  @Override
  public String describe() {
    return "Prometheus at " + endpoint.describe();
  }

  @Override
  public TrafficReading read(TrafficQuestion question) throws InterruptedException {
    var api = new PrometheusApi(documents, new Budget(question.within()));
    var counters = new TreeSet<String>();
    EdgeFamilies.ALL.forEach(family -> counters.add(family.counter()));
    return switch (api.names(
        selection(counters), question.now().minus(question.lookback()), question.now())) {
      case Found.Nothing<String>(String reason) ->
          new TrafficReading.Unanswered(describe(), reason);
      case Found.Rows<String> names -> families(api, Set.copyOf(names.rows()), question);
    };
  }

  private String selection(Set<String> metrics) {
    return matchers.and("__name__=~\"" + String.join("|", metrics) + "\"");
  }

  private TrafficReading families(PrometheusApi api, Set<String> present, TrafficQuestion question)
      throws InterruptedException {
    var edges = new ArrayList<TrafficEdge>();
    var notes = new LinkedHashSet<String>();
    int answered = 0;
    int asked = 0;
    for (EdgeFamily family : EdgeFamilies.ALL) {
      if (present.contains(family.counter())) {
        asked++;
        var reader = new FamilyReader(family, matchers, api, question);
        if (reader.read()) {
          answered++;
        }
        edges.addAll(reader.edges());
        notes.addAll(reader.notes());
      }
    }
    if (asked > 0 && answered == 0) {
      return new TrafficReading.Unanswered(describe(), notes.iterator().next());
    }
    if (asked == 0) {
      notes.add(
          "it has no metric that counts traffic between workloads (Istio, Linkerd, a service graph"
              + " of traces, Hubble, Beyla or OBI)");
    }
    api.warnings().forEach(text -> notes.add("it warns: " + text));
    return new TrafficReading.Answered(new TrafficReport(describe(), edges), List.copyOf(notes));
  }
}
