package dev.faultline.cli.json;

import dev.faultline.model.Dependency;
import dev.faultline.model.Evidence;
import java.util.Locale;

/** Edges as JSON. */
public final class DependencyJson {

  private DependencyJson() {}

  public static Fields edge(Dependency edge) {
    return new Fields()
        .put("cluster", edge.caller().cluster().name())
        .put("caller", edge.caller().path())
        .put("callee", edge.callee().path())
        .put("class", lower(edge.edgeClass()))
        .put("provenance", lower(edge.provenance()))
        .put("strength", lower(edge.strength()))
        .list("evidence", edge.evidence(), DependencyJson::evidence);
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
