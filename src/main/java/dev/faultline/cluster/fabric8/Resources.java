package dev.faultline.cluster.fabric8;

import dev.faultline.model.Kind;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources of a cluster. Those that every cluster of the last years serves are known without
 * asking, as discovery costs a round trip and a megabyte; others are looked up once.
 */
final class Resources {

  static final Kind INGRESS = RoutingKinds.INGRESS;
  static final Kind NETWORK_POLICY = new Kind("networking.k8s.io", "NetworkPolicy");

  private static final Map<Kind, Resource> KNOWN =
      Stream.of(
              new Resource(Kind.DEPLOYMENT, "v1", "deployments", true),
              new Resource(Kind.STATEFUL_SET, "v1", "statefulsets", true),
              new Resource(Kind.DAEMON_SET, "v1", "daemonsets", true),
              new Resource(Kind.REPLICA_SET, "v1", "replicasets", true),
              new Resource(Kind.CONTROLLER_REVISION, "v1", "controllerrevisions", true),
              new Resource(Kind.JOB, "v1", "jobs", true),
              new Resource(Kind.CRON_JOB, "v1", "cronjobs", true),
              new Resource(Kind.POD, "v1", "pods", true),
              new Resource(Kind.SERVICE, "v1", "services", true),
              new Resource(Kind.CONFIG_MAP, "v1", "configmaps", true),
              new Resource(Kind.SECRET, "v1", "secrets", true),
              new Resource(Kind.SERVICE_ACCOUNT, "v1", "serviceaccounts", true),
              new Resource(Kind.PERSISTENT_VOLUME_CLAIM, "v1", "persistentvolumeclaims", true),
              new Resource(Kind.NAMESPACE, "v1", "namespaces", false),
              new Resource(Kind.NODE, "v1", "nodes", false),
              new Resource(Kind.EVENT, "v1", "events", true),
              new Resource(Kind.ENDPOINT_SLICE, "v1", "endpointslices", true),
              new Resource(Kind.AUTOSCALER, "v2", "horizontalpodautoscalers", true),
              new Resource(Kind.SCALED_OBJECT, "v1alpha1", "scaledobjects", true),
              new Resource(INGRESS, "v1", "ingresses", true),
              new Resource(NETWORK_POLICY, "v1", "networkpolicies", true),
              new Resource(RoutingKinds.INGRESS_CLASS, "v1", "ingressclasses", false),
              new Resource(RoutingKinds.API_SERVICE, "v1", "apiservices", false),
              new Resource(RoutingKinds.VALIDATING, "v1", "validatingwebhookconfigurations", false),
              new Resource(RoutingKinds.MUTATING, "v1", "mutatingwebhookconfigurations", false))
          .collect(Collectors.toUnmodifiableMap(Resource::kind, Function.identity()));

  private final ApiLink link;
  private final Map<Kind, Optional<Resource>> found = new ConcurrentHashMap<>();

  Resources(ApiLink link) {
    this.link = link;
  }

  /** One of the kinds that are known without asking. */
  static Optional<Resource> known(Kind kind) {
    return Optional.ofNullable(KNOWN.get(kind));
  }

  /**
   * The resource of any kind; empty if the cluster does not serve it.
   *
   * @throws LinkException if it can't be asked
   */
  Optional<Resource> find(Kind kind) {
    var known = known(kind);
    if (known.isPresent()) {
      return known;
    }
    var cached = found.get(kind);
    if (cached != null) {
      return cached;
    }
    var resource = discover(kind);
    found.put(kind, resource);
    return resource;
  }

  private Optional<Resource> discover(Kind kind) {
    var group = kind.group();
    if (group.isEmpty()) {
      return ask("/api/v1").flatMap(list -> pick(list, kind, "v1"));
    }
    var about = ask("/apis/" + Resource.encode(group));
    for (String version : about.map(Resources::versions).orElse(List.of())) {
      var list = ask("/apis/" + Resource.encode(group) + "/" + Resource.encode(version));
      var resource = list.flatMap(answer -> pick(answer, kind, version));
      if (resource.isPresent()) {
        return resource;
      }
    }
    return Optional.empty();
  }

  /** The versions of a group, the one that the server prefers first. */
  static List<String> versions(JsonObject group) {
    return Stream.concat(
            group.text("preferredVersion", "version").stream(),
            group.objects("versions").flatMap(version -> version.text("version").stream()))
        .distinct()
        .toList();
  }

  static Optional<Resource> pick(JsonObject list, Kind kind, String version) {
    return list.objects("resources")
        .filter(entry -> entry.text("kind").orElse("").equals(kind.name()))
        .filter(entry -> !entry.text("name").orElse("/").contains("/"))
        .map(
            entry ->
                new Resource(
                    kind, version, entry.text("name").orElse(""), entry.isTrue("namespaced")))
        .findFirst();
  }

  private Optional<JsonObject> ask(String path) {
    try {
      return Optional.of(link.read(ApiRequest.get(path), ApiResponse::json));
    } catch (LinkException e) {
      if (e.failure() instanceof LinkFailure.ServerError(int status, String _) && status == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
