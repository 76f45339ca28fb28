package dev.faultline.cluster.intake;

import dev.faultline.evidence.EvidenceReaders;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.Pruning;
import java.util.List;

/**
 * Maps one manifest to the record that the state keeps. Pure; a Secret must have gone through
 * {@link SecretGuard} before.
 */
public final class Intake {

  private static final Kind NEW_EVENT = new Kind("events.k8s.io", "Event");

  private final ClusterId cluster;
  private final Pool pool;
  private final MetaReader meta;
  private final KeptManifest kept;
  private final WorkloadReader workloads;
  private final PodReader pods;

  private Intake(ClusterId cluster, Pool pool, KeptManifest kept) {
    this.cluster = cluster;
    this.kept = kept;
    this.pool = pool;
    this.meta = new MetaReader(cluster, pool);
    var templates = new TemplateReader(pool);
    this.workloads = new WorkloadReader(pool, templates, kept);
    this.pods = new PodReader(pool, templates);
  }

  /** For many objects of one cluster; what repeats in them is shared through the pool. */
  public static Intake into(ClusterId cluster, Pool pool) {
    return new Intake(cluster, pool, KeptManifest.WHOLE);
  }

  /** The same without manifests and evidence, for a list of services. */
  public static Intake summaries(ClusterId cluster, Pool pool) {
    return new Intake(cluster, pool, KeptManifest.NOTHING);
  }

  /** One object by itself. */
  public static ClusterObject read(ClusterId cluster, Manifest manifest) {
    return new Intake(cluster, new Pool(), KeptManifest.WHOLE).read(manifest);
  }

  /** What of an object of that kind is looked at here; the rest need not be read. */
  public Pruning worthReading(Kind kind) {
    return kept == KeptManifest.NOTHING ? WorthReading.forSummary(kind) : WorthReading.WHOLE;
  }

  /** One object; what is absent in the manifest is empty in the record. */
  public ClusterObject read(Manifest manifest) {
    var kind = pool.share(known(manifest.kind()));
    if (kind.equals(Kind.POD)) {
      return pod(manifest);
    }
    var about = meta.read(manifest, kind);
    if (WorkloadReader.KINDS.contains(kind) || kind.equals(RoutingKinds.KNATIVE_SERVICE)) {
      return workloads.read(about, manifest, evidence(about, manifest));
    }
    if (kind.equals(Kind.SERVICE)) {
      return ServiceReader.read(about, manifest, kept, evidence(about, manifest));
    }
    if (kind.equals(Kind.CONFIG_MAP)) {
      return ConfigurationReader.configMap(about, manifest, kept, evidence(about, manifest));
    }
    if (kind.equals(Kind.SECRET)) {
      return ConfigurationReader.secret(about, manifest);
    }
    if (kind.equals(Kind.EVENT)) {
      return EventReader.read(meta.readBrief(manifest, kind), manifest);
    }
    return new OtherObject(
        about,
        RoutingKinds.ALL.contains(kind) ? kept.withoutStatus(manifest) : kept.of(manifest),
        evidence(about, manifest));
  }

  private ClusterObject pod(Manifest manifest) {
    var brief = meta.readBrief(manifest, Kind.POD);
    if (belongsToAnother(brief)) {
      return pods.read(brief, manifest);
    }
    var about = meta.read(manifest, Kind.POD);
    return pods.readWhole(about, manifest, evidence(about, manifest));
  }

  /** What a template says is said by the workload on top; its copies need not repeat it. */
  private List<Evidence> evidence(ObjectMeta about, Manifest manifest) {
    boolean copy = about.ref().kind().equals(Kind.CONTROLLER_REVISION) || belongsToAnother(about);
    return copy || kept == KeptManifest.NOTHING
        ? List.of()
        : EvidenceReaders.read(cluster, manifest);
  }

  private static boolean belongsToAnother(ObjectMeta about) {
    return about.controller().filter(owner -> Kind.WORKLOADS.contains(owner.kind())).isPresent();
  }

  /** Kinds that Kubernetes serves, or served, under a second group. */
  private static Kind known(Kind kind) {
    if (kind.equals(NEW_EVENT)) {
      return Kind.EVENT;
    }
    return switch (kind.group()) {
      case "extensions" -> {
        var apps = new Kind("apps", kind.name());
        yield WorkloadReader.KINDS.contains(apps) ? apps : kind;
      }
      default -> kind;
    };
  }
}
