package dev.faultline.cluster.intake;

import dev.faultline.model.ClusterEvent;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Reads Kubernetes Events in both of their forms: core/v1 and events.k8s.io/v1. */
final class EventReader {

  private EventReader() {}

  static ClusterEvent read(ObjectMeta meta, Manifest manifest) {
    var tree = manifest.tree();
    var first =
        Times.read(tree, "firstTimestamp")
            .or(() -> Times.read(tree, "deprecatedFirstTimestamp"))
            .or(() -> Times.read(tree, "eventTime"))
            .or(meta::created);
    return new ClusterEvent(
        meta,
        regarding(meta, tree),
        tree.text("type").orElse(""),
        tree.text("reason").orElse(""),
        tree.text("message").or(() -> tree.text("note")).orElse(""),
        reporter(tree),
        count(tree),
        first,
        last(tree).or(() -> first));
  }

  private static ResourceRef regarding(ObjectMeta meta, JsonObject tree) {
    var core = tree.object("involvedObject");
    var object = core.isEmpty() ? tree.object("regarding") : core;
    return new ResourceRef(
        meta.ref().cluster(),
        Kind.of(object.text("apiVersion").orElse(""), object.text("kind").orElse("")),
        object.text("namespace").orElse(""),
        object.text("name").orElse(""));
  }

  private static String reporter(JsonObject tree) {
    return tree.text("reportingComponent")
        .or(() -> tree.text("reportingController"))
        .filter(name -> !name.isEmpty())
        .or(() -> tree.text("source", "component"))
        .or(() -> tree.text("deprecatedSource", "component"))
        .orElse("");
  }

  private static int count(JsonObject tree) {
    long series = tree.number("series", "count").orElse(0);
    long counted = tree.number("count").orElse(tree.number("deprecatedCount").orElse(1));
    return Math.clamp(Math.max(series, counted), 1, Integer.MAX_VALUE);
  }

  private static Optional<Instant> last(JsonObject tree) {
    return Times.read(tree, "series", "lastObservedTime")
        .or(() -> Times.read(tree, "lastTimestamp"))
        .or(() -> Times.read(tree, "deprecatedLastTimestamp"))
        .or(() -> Times.read(tree, "eventTime"));
  }
}
