package dev.faultline.cluster.manifests;

import dev.faultline.cluster.intake.GuardedIntake;
import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.Pool;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.StateChange;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the state out of the objects of a folder. */
final class FolderState {

  /** Kinds that tell how things run; files may hold copies, but not what is true now. */
  private static final Set<Kind> RUNTIME =
      Set.of(Kind.POD, Kind.EVENT, Kind.NODE, Kind.ENDPOINT_SLICE);

  private static final int SALT_BYTES = 16;

  private final ClusterId cluster;
  private final List<Problem> problems;
  private final Map<ResourceRef, Manifest> manifests = new LinkedHashMap<>();

  FolderState(ClusterId cluster, List<Problem> problems) {
    this.cluster = cluster;
    this.problems = problems;
  }

  ClusterState build(List<FoundObject> found, Instant now) {
    var scopes = new Scopes(found.stream().map(FoundObject::object).toList());
    found.forEach(one -> place(scopes.place(one.object()), one.file()));
    var intake =
        new GuardedIntake(
            cluster,
            new SecretGuard(salt()),
            Intake.into(cluster, new Pool()),
            manifests::containsKey);
    var changes = new ArrayList<StateChange>();
    var kinds = new TreeSet<Kind>();
    for (Manifest manifest : manifests.values()) {
      var object = intake.read(manifest);
      changes.add(new StateChange.Put(object));
      kinds.add(object.ref().kind());
    }
    kinds.stream()
        .filter(kind -> !RUNTIME.contains(kind))
        .forEach(kind -> changes.add(new StateChange.Covered(kind, new Coverage.Live())));
    return ClusterState.empty(cluster, now).apply(now, changes);
  }

  private static byte[] salt() {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return salt;
  }

  /** As with {@code kubectl apply}, what comes later counts; a patch is no object. */
  private void place(Manifest manifest, String file) {
    if (isPatch(manifest)) {
      problems.add(
          Problem.passedOver(
              file, "its " + describe(manifest) + " has no image: a patch for another tool"));
      return;
    }
    var before = manifests.put(manifest.ref(cluster), manifest);
    if (before != null && !before.equals(manifest)) {
      problems.add(
          Problem.skipped(
              file, describe(manifest) + " is defined more than once; the last one counts"));
    }
  }

  private static boolean isPatch(Manifest manifest) {
    var containers = manifest.podTemplate().object("spec").array("containers");
    return Kind.WORKLOADS.contains(manifest.kind())
        && !manifest.kind().equals(Kind.POD)
        && containers.objects().noneMatch(container -> container.text("image").isPresent());
  }

  private String describe(Manifest manifest) {
    return manifest.ref(cluster).describe();
  }
}
