package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Service;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.JsonStream;
import dev.faultline.model.json.Pruning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of services says the same, however little of the objects was read. */
class WorthReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-25T23:55:00Z");
  private static final Path RECORDED =
      Path.of(System.getProperty("basedir", "")).resolve("src/main/launcher/training-cluster");
  private static final Map<String, Kind> LISTS =
      Map.of(
          "deployments", Kind.DEPLOYMENT,
          "statefulsets", Kind.STATEFUL_SET,
          "daemonsets", Kind.DAEMON_SET,
          "replicasets", Kind.REPLICA_SET,
          "controllerrevisions", Kind.CONTROLLER_REVISION,
          "services", Kind.SERVICE,
          "pods", Kind.POD);

  private static final String LONE_POD =
      """
      {"items":[{"metadata":{"name":"debug","namespace":"shop","uid":"u",
        "labels":{"version":"3.1.4"},"annotations":{"a":"b"}},
        "spec":{"nodeName":"n","initContainers":[{"name":"i","image":"i:1","env":[{"name":"A"}]}],
          "containers":[{"name":"c","image":"c:2","env":[{"name":"A","value":"payment"}]}]},
        "status":{"phase":"Pending","containerStatuses":[{"name":"c","restartCount":4,
          "imageID":"c@sha256:12","resources":{"limits":{"cpu":"1"}},
          "state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off"}},
          "lastState":{"terminated":{"exitCode":1,"finishedAt":"2026-11-25T23:54:00Z"}}}]}}]}
      """;

  @Test
  void theListOfServicesOfARecordedClusterIsTheSame() throws IOException {
    var pruned = new ArrayList<StateChange>();
    var whole = new ArrayList<StateChange>();
    for (var list : LISTS.entrySet()) {
      Path file = RECORDED.resolve(list.getKey() + ".json");
      pruned.addAll(read(list.getValue(), Files.readString(file), true));
      whole.addAll(read(list.getValue(), Files.readString(file), false));
    }

    assertThat(services(pruned)).hasSizeGreaterThan(5).isEqualTo(services(whole));
  }

  @Test
  void aPodOnItsOwnIsAServiceWithTheSameHealthAndVersion() {
    var services = services(read(Kind.POD, LONE_POD, true));

    assertThat(services).hasSize(1).isEqualTo(services(read(Kind.POD, LONE_POD, false)));
    assertThat(services.getFirst().toString()).contains("3.1.4", "CrashLoopBackOff");
  }

  @Test
  void whoWroteTheTemplateOfAScaledJobIsRead() {
    var list =
        """
        {"items":[{"metadata":{"name":"invoices","managedFields":[{"manager":"kubectl",
          "fieldsV1":{"f:spec":{"f:jobTargetRef":{"f:template":{"f:spec":{}}}}}}]}}]}
        """;

    assertThat(read(Kind.SCALED_JOB, list, true).getLast())
        .isInstanceOfSatisfying(
            StateChange.Put.class,
            put ->
                assertThat(put.object().meta().managers())
                    .singleElement()
                    .matches(manager -> manager.touchesTemplate()));
  }

  private static List<StateChange> read(Kind kind, String list, boolean pruned) {
    var intake = Intake.summaries(new ClusterId("c"), new Pool());
    var changes = new ArrayList<StateChange>();
    changes.add(new StateChange.Covered(kind, new Coverage.Live()));
    JsonStream.readList(
        bytes(list),
        "items",
        pruned ? intake.worthReading(kind) : Pruning.NONE,
        item -> changes.add(new StateChange.Put(intake.read(manifest(kind, item)))));
    return changes;
  }

  private static Manifest manifest(Kind kind, JsonObject item) {
    var members = new HashMap<>(item.members());
    members.put("apiVersion", Json.of(kind.group().isEmpty() ? "v1" : kind.group() + "/v1"));
    members.put("kind", Json.of(kind.name()));
    return new Manifest(new JsonObject(members));
  }

  /** What the list shows of each. */
  private static List<Object> services(List<StateChange> changes) {
    var covered = new ArrayList<StateChange>();
    LISTS.values().forEach(kind -> covered.add(new StateChange.Covered(kind, new Coverage.Live())));
    covered.addAll(changes);
    var state = ClusterState.empty(new ClusterId("c"), NOW).apply(NOW, covered);
    return ServiceCatalog.of(state).services().stream().map(WorthReadingTest::shown).toList();
  }

  private static Object shown(Service service) {
    return List.of(
        service.ref(),
        service.version(),
        service.health(),
        service.replicas(),
        service.ownership(),
        service.readOnly(),
        service.fronts(),
        service.restarts());
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
