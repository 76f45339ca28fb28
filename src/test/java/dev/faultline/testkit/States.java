package dev.faultline.testkit;

import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.Pool;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cluster states written as YAML, for tests: {@code States.of(yaml, yaml)} is a cluster named
 * {@code test} at {@link #NOW} in which every kind that matters is live. Objects without namespace
 * go to {@code default}.
 */
public final class States {

  public static final ClusterId CLUSTER = new ClusterId("test");

  /** The moment of the states: tests write their times relative to 2026-03-01T03:00:00Z. */
  public static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

  private static final SecretGuard GUARD =
      new SecretGuard("salt of the tests".getBytes(StandardCharsets.UTF_8));

  private static final List<Kind> LIVE =
      Stream.concat(
              Kind.WORKLOADS.stream(),
              Stream.of(
                  Kind.CONTROLLER_REVISION,
                  Kind.SERVICE,
                  Kind.CONFIG_MAP,
                  Kind.SECRET,
                  Kind.EVENT,
                  Kind.AUTOSCALER,
                  Kind.SERVICE_ACCOUNT,
                  Kind.PERSISTENT_VOLUME_CLAIM))
          .toList();

  private static final List<Kind> WITHOUT_NAMESPACE = List.of(Kind.NAMESPACE, Kind.NODE);

  private States() {}

  /** The state of all documents in these texts. */
  public static ClusterState of(String... yamlDocuments) {
    var changes = new ArrayList<StateChange>();
    LIVE.forEach(kind -> changes.add(new StateChange.Covered(kind, new Coverage.Live())));
    objects(yamlDocuments).forEach(object -> changes.add(new StateChange.Put(object)));
    return ClusterState.empty(CLUSTER, NOW).apply(NOW, changes);
  }

  /** The state of one file in the test resources, such as {@code /catalog/shop.yaml}. */
  public static ClusterState ofResource(String path) {
    return of(resource(path));
  }

  /** The same state at another moment. */
  public static ClusterState at(ClusterState state, Instant moment) {
    return state.apply(moment, List.of());
  }

  /** The same state with a kind known less, or more, well. */
  public static ClusterState covered(ClusterState state, Kind kind, Coverage coverage) {
    return state.apply(state.at(), List.of(new StateChange.Covered(kind, coverage)));
  }

  /** The state with these objects in place of those of the same name. */
  public static ClusterState with(ClusterState state, String... yamlDocuments) {
    return state.apply(
        state.at(),
        objects(yamlDocuments).stream().<StateChange>map(StateChange.Put::new).toList());
  }

  /** The objects of all documents, as an adapter would hand them to the state. */
  public static List<ClusterObject> objects(String... yamlDocuments) {
    var intake = Intake.into(CLUSTER, new Pool());
    return manifests(yamlDocuments).stream().map(intake::read).toList();
  }

  /** The one object of one document. */
  public static <T extends ClusterObject> T object(Class<T> type, String yaml) {
    return type.cast(objects(yaml).getFirst());
  }

  /** The manifests of all documents, Secrets without values. */
  public static List<Manifest> manifests(String... yamlDocuments) {
    return Stream.of(yamlDocuments)
        .flatMap(text -> YamlCodec.readAll(text).stream())
        .map(JsonObject.class::cast)
        .map(Manifest::new)
        .map(States::inNamespace)
        .map(GUARD::strip)
        .toList();
  }

  /** The text of a file in the test resources. */
  public static String resource(String path) {
    try (var in = States.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no test resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifest inNamespace(Manifest manifest) {
    boolean complete =
        !manifest.namespace().isEmpty() || WITHOUT_NAMESPACE.contains(manifest.kind());
    return complete
        ? manifest
        : new Manifest(manifest.tree().with(Json.of("default"), "metadata", "namespace"));
  }
}
