package dev.faultline.cli.json;

import dev.faultline.graph.Entry;
import dev.faultline.model.Dependency;
import dev.faultline.model.Evidence;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.traffic.Sighting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Edges as JSON. */
public final class DependencyJson {

  private DependencyJson() {}

  public static Fields edge(Dependency edge) {
    var fields =
        new Fields()
            .put("cluster", edge.caller().cluster().name())
            .put("caller", edge.caller().path())
            .put("callee", edge.callee().path())
            .put("class", lower(edge.edgeClass()))
            .put("provenance", lower(edge.provenance()))
            .put("strength", lower(edge.strength()))
            .list("evidence", edge.evidence(), DependencyJson::evidence);
    edge.mending()
        .ifPresent(
            said ->
                fields.put(
                    "mended",
                    new Fields()
                        .put("verdict", lower(said.verdict()))
                        .put("reason", Redaction.text(said.reason()))));
    return edge.sightings().isEmpty()
        ? fields
        : fields
            .put("quiet", edge.isQuiet())
            .list("traffic", edge.sightings(), DependencyJson::sighting);
  }

  /** What others than workloads call, and what lets them in. */
  public static Fields entry(ResourceRef to, List<Entry> through) {
    return new Fields()
        .put("cluster", to.cluster().name())
        .put("to", to.path())
        .list("evidence", through, one -> evidence(one.evidence()).put("by", lower(one.by())));
  }

  private static Fields sighting(Sighting seen) {
    var figures = seen.figures();
    var fields =
        new Fields()
            .put("via", seen.via())
            .put("source", seen.source())
            .put("unit", lower(figures.unit()))
            .put("perSecond", number(figures.perSecond()));
    figures.errorShare().ifPresent(share -> fields.put("errorShare", number(share)));
    figures.latency().ifPresent(time -> fields.put("latencyP95Ms", number(time.toNanos() / 1e6)));
    return fields
        .put("firstSeen", seen.seen().first())
        .put("lastSeen", seen.seen().last())
        .put("quiet", seen.seen().quiet());
  }

  /** Six digits that count: more would be noise. */
  /** Rounded to what counts. */
  public static Json number(double value) {
    return new Json.Number(new BigDecimal(value).round(new MathContext(6)));
  }

  private static Fields evidence(Evidence evidence) {
    var fields =
        new Fields()
            .put("reader", evidence.reader())
            .put("object", evidence.at().describe())
            .put("container", evidence.container())
            .put("place", evidence.place())
            .put("host", evidence.names().host())
            .put("strength", lower(evidence.strength()));
    evidence.names().port().ifPresent(port -> fields.put("port", port));
    return fields;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
