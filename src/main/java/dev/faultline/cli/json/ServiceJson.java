package dev.faultline.cli.json;

import dev.faultline.model.Pod;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.model.Version;

/** Services, their revisions and pods as JSON. */
public final class ServiceJson {

  private ServiceJson() {}

  public static Fields ref(ResourceRef ref) {
    return new Fields()
        .put("cluster", ref.cluster().name())
        .put("kind", ref.kind().name())
        .put("namespace", ref.namespace())
        .put("name", ref.name());
  }

  /** One row of {@code services}. */
  public static Fields summary(Service service) {
    return ref(service.ref())
        .put("version", version(service.version()))
        .put(
            "health",
            new Fields()
                .put("status", service.health().status().name().toLowerCase(java.util.Locale.ROOT))
                .texts("reasons", service.health().reasons()))
        .put(
            "replicas",
            new Fields()
                .put("wanted", service.replicas().wanted())
                .put("current", service.replicas().current())
                .put("updated", service.replicas().updated())
                .put("ready", service.replicas().ready())
                .put("available", service.replicas().available()))
        .put("restarts", service.restarts())
        .put("owner", service.ownership().describe())
        .put("readOnly", service.readOnly())
        .texts("kubernetesServices", service.fronts().stream().map(ResourceRef::name).toList());
  }

  public static Fields version(Version version) {
    return new Fields()
        .put("text", version.text())
        .put("source", version.source().name().toLowerCase(java.util.Locale.ROOT))
        .put("semantic", version instanceof Version.Semantic);
  }

  public static Fields revision(Revision revision) {
    return new Fields()
        .put("id", revision.id())
        .put("number", revision.number())
        .put("current", revision.current())
        .put("version", version(revision.version()))
        .list(
            "images",
            revision.images(),
            image -> new Fields().put("container", image.container()).put("image", image.image()))
        .texts("digests", revision.digests())
        .time("created", revision.created())
        .put("author", revision.author())
        .put("changeCause", revision.changeCause())
        .put("pods", revision.pods())
        .put("readyPods", revision.readyPods())
        .put("heldBy", ref(revision.heldBy()));
  }

  public static Fields pod(Pod pod) {
    return new Fields()
        .put("name", pod.ref().name())
        .put("phase", pod.phase())
        .put("ready", pod.ready())
        .put("node", pod.node())
        .put("restarts", pod.restarts())
        .time("started", pod.started())
        .list(
            "containers",
            pod.containers(),
            container ->
                new Fields()
                    .put("name", container.name())
                    .put("image", container.image())
                    .put("imageId", container.imageId())
                    .put("ready", container.ready())
                    .put("restarts", container.restarts())
                    .put("state", container.state())
                    .put("reason", container.reason()));
  }

  public static Fields reference(Reference reference) {
    return new Fields()
        .put("kind", reference.target().name())
        .put("name", reference.name())
        .put("key", reference.key())
        .put("optional", reference.optional())
        .put("use", reference.use().name().toLowerCase(java.util.Locale.ROOT))
        .put("container", reference.container());
  }
}
