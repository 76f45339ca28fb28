package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbering of a Deployment's revisions. A template that comes back gets the next number, and
 * its old one is kept in an annotation only: so does the Deployment controller ({@code
 * SetNewReplicaSetAnnotations}).
 */
final class Revisions {

  static final String NUMBER = "deployment.kubernetes.io/revision";
  static final String HISTORY = "deployment.kubernetes.io/revision-history";
  static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
  static final String MOST = "deployment.kubernetes.io/max-replicas";

  private static final Set<String> NOT_COPIED =
      Set.of("kubectl.kubernetes.io/last-applied-configuration", NUMBER, HISTORY, DESIRED, MOST);

  private Revisions() {}

  static long number(Manifest object) {
    return object.tree().text("metadata", "annotations", NUMBER).map(Long::parseLong).orElse(0L);
  }

  static long next(List<Manifest> old) {
    return old.stream().mapToLong(Revisions::number).max().orElse(0) + 1;
  }

  /** The ReplicaSet with the Deployment's annotations copied and, if it is behind, a new number. */
  static JsonObject annotate(JsonObject set, Manifest deployment, long number) {
    var annotated = set;
    for (Map.Entry<String, String> entry : deployment.annotations().entrySet()) {
      if (!NOT_COPIED.contains(entry.getKey())) {
        annotated = annotation(annotated, entry.getKey(), entry.getValue());
      }
    }
    long present = number(new Manifest(set));
    if (present < number) {
      annotated = annotation(annotated, NUMBER, Long.toString(number));
      if (present > 0) {
        var history = set.text("metadata", "annotations", HISTORY).orElse("");
        annotated =
            annotation(
                annotated, HISTORY, history.isEmpty() ? "" + present : history + "," + present);
      }
    }
    return annotated;
  }

  /** Notes on the ReplicaSet what its Deployment wanted when it was last scaled. */
  static JsonObject wanted(JsonObject set, int replicas, int most) {
    return annotation(
        annotation(set, DESIRED, Integer.toString(replicas)), MOST, Integer.toString(most));
  }

  static JsonObject annotation(JsonObject tree, String name, String value) {
    return tree.with(Json.of(value), "metadata", "annotations", name);
  }
}
