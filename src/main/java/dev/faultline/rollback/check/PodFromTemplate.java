package dev.faultline.rollback.check;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** The pod that a controller would make from a template, for a dry run: nobody owns it. */
final class PodFromTemplate {

  private static final int LONGEST_NAME = 63;
  private static final String SUFFIX = "-dry-run";

  private PodFromTemplate() {}

  static Manifest of(Manifest workload, JsonObject template) {
    var metadata = new LinkedHashMap<String, Json>();
    metadata.put("name", Json.of(name(workload)));
    metadata.put("namespace", Json.of(workload.namespace()));
    metadata.put("labels", template.object("metadata", "labels"));
    metadata.put("annotations", template.object("metadata", "annotations"));
    var pod = new LinkedHashMap<String, Json>();
    pod.put("apiVersion", Json.of("v1"));
    pod.put("kind", Json.of("Pod"));
    pod.put("metadata", new JsonObject(metadata));
    pod.put("spec", withClaims(workload, template.object("spec")));
    return new Manifest(new JsonObject(pod));
  }

  static ResourceRef ref(ResourceRef workload, Manifest pod) {
    return workload.sibling(Kind.POD, pod.name());
  }

  private static String name(Manifest workload) {
    var name = workload.name();
    int room = LONGEST_NAME - SUFFIX.length();
    return (name.length() > room ? name.substring(0, room) : name).replaceAll("[.-]+$", "")
        + SUFFIX;
  }

  /** A StatefulSet's pods get a volume for each claim template; without it mounts are invalid. */
  private static JsonObject withClaims(Manifest workload, JsonObject spec) {
    var claims = workload.spec().objects("volumeClaimTemplates").toList();
    if (claims.isEmpty()) {
      return spec;
    }
    var names = claims.stream().flatMap(claim -> claim.text("metadata", "name").stream()).toList();
    var volumes =
        new ArrayList<Json>(
            spec.objects("volumes")
                .filter(volume -> volume.text("name").filter(names::contains).isEmpty())
                .toList());
    for (String name : names) {
      var volume = new LinkedHashMap<String, Json>();
      volume.put("name", Json.of(name));
      volume.put(
          "persistentVolumeClaim",
          JsonObject.of("claimName", Json.of(name + "-" + workload.name() + "-0")));
      volumes.add(new JsonObject(volume));
    }
    return spec.with(new JsonArray(volumes), "volumes");
  }
}
