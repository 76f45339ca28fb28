package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.PatchOperation;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.Write.Precondition;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking and writing on a real cluster: what is guarded is refused by the server itself. */
@OnRealCluster
class LiveActionsTest {

  private static final ClusterId ADMIN = new ClusterId(RealCluster.ADMINISTRATOR);

  private final RealCluster cluster;
  private final LiveRig rig;
  private String namespace = "";

  LiveActionsTest(RealCluster cluster) {
    this.cluster = cluster;
    this.rig = new LiveRig(cluster);
  }

  @BeforeEach
  void namespace() {
    namespace = cluster.newNamespace();
    cluster.kubectl("create", "configmap", "c", "-n", namespace, "--from-literal=k=1").orFail();
  }

  @AfterEach
  void end() {
    rig.close();
    cluster.deleteNamespace(namespace);
  }

  @Test
  void aPatchOfTheObjectThatWasSeenIsAccepted() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);

    var result = actions.write(patch(read(actions), "2", false));

    assertThat(result).isInstanceOf(WriteResult.Accepted.class);
    assertThat(read(actions).tree().text("data", "k")).contains("2");
    assertThat(manager(read(actions))).contains("faultline");
  }

  @Test
  void aPatchOfAnObjectThatMovedOnIsAConflictAndChangesNothing() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);
    var seen = read(actions);
    cluster.kubectl("annotate", "configmap", "c", "-n", namespace, "somebody=else").orFail();

    var result = actions.write(patch(seen, "2", false));

    assertThat(result).isInstanceOf(WriteResult.Conflict.class);
    assertThat(read(actions).tree().text("data", "k")).contains("1");
  }

  @Test
  void aPatchOfANamesakeThatTookItsPlaceIsAConflict() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);
    var seen = read(actions);
    cluster.kubectl("delete", "configmap", "c", "-n", namespace).orFail();
    cluster.kubectl("create", "configmap", "c", "-n", namespace, "--from-literal=k=1").orFail();
    var now = read(actions).resourceVersion();
    var atThisVersion =
        new Write.Patch(ref(), operations("2"), new Precondition(seen.uid(), now), false);

    assertThat(actions.write(patch(seen, "2", false))).isInstanceOf(WriteResult.Conflict.class);
    assertThat(actions.write(atThisVersion)).isInstanceOf(WriteResult.Conflict.class);
    assertThat(read(actions).tree().text("data", "k")).contains("1");
  }

  @Test
  void aDryRunAnswersWhatWouldBeAndChangesNothing() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);

    var result = actions.write(patch(read(actions), "2", true));

    assertThat(((WriteResult.Accepted) result).answer().tree().text("data", "k")).contains("2");
    assertThat(read(actions).tree().text("data", "k")).contains("1");
  }

  @Test
  void whoMayNotWriteIsForbiddenInTheServersWords() throws InterruptedException {
    var viewer = actions(RealCluster.VIEWER);

    var result = viewer.write(patch(read(viewer), "2", false));

    assertThat(result).isInstanceOf(WriteResult.Forbidden.class);
    assertThat(((WriteResult.Forbidden) result).reason()).contains("cannot patch resource");
  }

  @Test
  void aPodOverTheQuotaIsRefusedOnTheDryRunWithTheReason() throws InterruptedException {
    cluster.kubectl("create", "quota", "none", "-n", namespace, "--hard=pods=0").orFail();
    var actions = actions(RealCluster.ADMINISTRATOR);
    // The quota counts once its controller has seen it.
    var result =
        cluster.await(
            "the quota",
            LiveRig.SOON,
            () -> actions.write(new Write.Create(pod("p"), podManifest("p"), true)),
            answer -> !(answer instanceof WriteResult.Accepted));

    assertThat(result).isInstanceOf(WriteResult.Invalid.class);
    assertThat(((WriteResult.Invalid) result).reason()).contains("quota");
  }

  @Test
  void whatTheServerFindsInvalidIsSaidInItsWords() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);
    var manifest = read(actions);
    var seen = new Precondition(manifest.uid(), manifest.resourceVersion());
    var badKey =
        List.<PatchOperation>of(new PatchOperation.Add(List.of("data", "no/slash"), Json.of("x")));

    var result = actions.write(new Write.Patch(ref(), badKey, seen, false));

    assertThat(result).isInstanceOf(WriteResult.Invalid.class);
    assertThat(((WriteResult.Invalid) result).reason()).contains("no/slash");
  }

  @Test
  void onlyTheVeryObjectIsDeleted() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);
    var uid = read(actions).uid();

    var other =
        actions.write(new Write.Delete(ref(), "11111111-1111-1111-1111-111111111111", false));
    var dry = actions.write(new Write.Delete(ref(), uid, true));
    assertThat(other).isInstanceOf(WriteResult.Conflict.class);
    assertThat(dry).isInstanceOf(WriteResult.Accepted.class);
    assertThat(actions.read(ref())).isInstanceOf(Reading.Found.class);

    assertThat(actions.write(new Write.Delete(ref(), uid, false)))
        .isInstanceOf(WriteResult.Accepted.class);
    assertThat(actions.read(ref())).isEqualTo(new Reading.Absent());
    assertThat(actions.write(new Write.Delete(ref(), uid, false)))
        .isEqualTo(new WriteResult.Absent());
  }

  @Test
  void readingASecretShowsHashesAndNoValue() throws InterruptedException {
    cluster
        .kubectl("create", "secret", "generic", "s", "-n", namespace, "--from-literal=pw=hush")
        .orFail();
    var ref = new ResourceRef(ADMIN, Kind.SECRET, namespace, "s");

    var reading = actions(RealCluster.ADMINISTRATOR).read(ref);

    var text = JsonCodec.write(((Reading.Found) reading).manifest().tree());
    assertThat(text).contains("\"pw\"").doesNotContain("hush").doesNotContain("aHVzaA");
  }

  @Test
  void rightsAreThoseOfTheVeryVerbResourceAndSubresource() throws InterruptedException {
    var viewer = actions(RealCluster.VIEWER);
    var pod = pod("p");

    assertThat(viewer.mayI(Action.on("get", ref()))).isEqualTo(new Permission.Granted());
    assertThat(viewer.mayI(new Action("get", pod, "log"))).isEqualTo(new Permission.Granted());
    assertThat(viewer.mayI(Action.on("patch", ref())))
        .isEqualTo(new Permission.Denied("You may not patch configmaps in " + namespace + "."));
    assertThat(viewer.mayI(new Action("create", pod, "exec")))
        .isInstanceOf(Permission.Denied.class);
  }

  @Test
  void aKindThatIsNotInOurTableIsLookedUp() throws InterruptedException {
    var lease = new Kind("coordination.k8s.io", "Lease");
    var actions = actions(RealCluster.ADMINISTRATOR);
    var ref = new ResourceRef(ADMIN, lease, namespace, "absent");
    var nowhere = new ResourceRef(ADMIN, new Kind("example.com", "Nothing"), namespace, "x");

    assertThat(actions.mayI(Action.on("list", ref))).isEqualTo(new Permission.Granted());
    assertThat(actions.read(ref)).isEqualTo(new Reading.Absent());
    assertThat(actions.read(nowhere)).isEqualTo(new Reading.Absent());
  }

  @Test
  void aServerThatIsDownHasDoneNothing() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);
    var seen = read(actions);
    cluster.stopApiServer();
    try {
      // On a connection from before its death a request may have left; on a new one it can't.
      assertThat(actions.read(ref())).isInstanceOf(Reading.Failed.class);
      var result = actions.write(patch(seen, "2", false));

      assertThat(result).isInstanceOf(WriteResult.Failed.class);
      assertThat(((WriteResult.Failed) result).mayHaveHappened()).isFalse();
    } finally {
      cluster.startApiServer();
    }
  }

  @Test
  void aServerThatFallsSilentMayHaveDoneIt() throws InterruptedException {
    var actions = actions(RealCluster.ADMINISTRATOR);
    var seen = read(actions);
    cluster.freezeApiServer();
    WriteResult result;
    try {
      result = actions.write(patch(seen, "2", false));
    } finally {
      cluster.thawApiServer();
    }

    assertThat(result).isInstanceOf(WriteResult.Failed.class);
    assertThat(((WriteResult.Failed) result).mayHaveHappened()).isTrue();
  }

  @Test
  void theLogOfACrashLoopIsReadFromBothRuns() throws InterruptedException {
    cluster.applyShop(namespace);
    cluster.releaseBrokenPayment(namespace);
    var actions = actions(RealCluster.ADMINISTRATOR);
    var pod =
        cluster.await(
            "a pod that crashed",
            LiveRig.SOON,
            () ->
                cluster
                    .kubectl(
                        "get",
                        "pods",
                        "-n",
                        namespace,
                        "-l",
                        "version=1.5.0",
                        "-o",
                        "jsonpath={.items[?(@.status.containerStatuses[0].restartCount>0)].metadata.name}")
                    .orFail()
                    .stdout()
                    .split(" ", -1)[0],
            name -> !name.isEmpty());

    var previous = actions.logs(new LogRequest(pod(pod), "", true, 1));
    var wrong = actions.logs(new LogRequest(pod(pod), "nobody", false, 1));

    assertThat(((LogReading.Lines) previous).lines())
        .singleElement()
        .asString()
        .contains("panic: DB_POOL must be positive");
    assertThat(((LogReading.Unavailable) wrong).reason()).contains("nobody");
  }

  private ClusterActions actions(String user) throws InterruptedException {
    return rig.snapshot(user, LiveRig.in(namespace), Set.of(Kind.CONFIG_MAP)).actions();
  }

  private Manifest read(ClusterActions actions) {
    return ((Reading.Found) actions.read(ref())).manifest();
  }

  private Write patch(Manifest seen, String value, boolean dryRun) {
    var precondition = new Precondition(seen.uid(), seen.resourceVersion());
    return new Write.Patch(ref(), operations(value), precondition, dryRun);
  }

  private static List<PatchOperation> operations(String value) {
    return List.of(new PatchOperation.Replace(List.of("data", "k"), Json.of(value)));
  }

  private static List<String> manager(Manifest manifest) {
    return manifest
        .tree()
        .objects("metadata", "managedFields")
        .flatMap(entry -> entry.text("manager").stream())
        .toList();
  }

  private ResourceRef ref() {
    return new ResourceRef(ADMIN, Kind.CONFIG_MAP, namespace, "c");
  }

  private ResourceRef pod(String name) {
    return new ResourceRef(ADMIN, Kind.POD, namespace, name);
  }

  private Manifest podManifest(String name) {
    return new Manifest(
        (JsonObject)
            JsonCodec.read(
                """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"%s"},
                 "spec":{"containers":[{"name":"a","image":"shop/a:1"}]}}\
                """
                    .formatted(name, namespace)));
  }
}
