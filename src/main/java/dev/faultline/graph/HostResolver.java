package dev.faultline.graph;

import dev.faultline.evidence.DaprName;
import dev.faultline.model.ClusterState;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.NamedHost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Resolves a host as the cluster's DNS would, seen from a pod of one namespace. */
final class HostResolver {

  private static final int MOST_ALIASES = 5;

  /** Last words of names that are files or reserved, never hosts of the world. */
  private static final Set<String> NOT_OF_THE_WORLD =
      Set.of(
          "svc",
          "local",
          "localhost",
          "internal",
          "invalid",
          "test",
          "example",
          "localdomain",
          "yaml",
          "yml",
          "json",
          "conf",
          "cfg",
          "ini",
          "sh",
          "py",
          "js",
          "ts",
          "txt",
          "xml",
          "jar",
          "properties",
          "html",
          "css",
          "pem",
          "crt",
          "key",
          "log",
          "toml",
          "sock",
          "sql",
          "lua");

  /** What public names often end with, so that they are not taken for namespaces. */
  private static final Set<String> ENDS_OF_THE_WORLD =
      Set.of(
          "com",
          "org",
          "net",
          "io",
          "dev",
          "app",
          "cloud",
          "info",
          "biz",
          "co",
          "eu",
          "de",
          "uk",
          "us",
          "cn",
          "jp",
          "ru",
          "in",
          "fr",
          "br",
          "ai",
          "me",
          "tv",
          "tech",
          "site",
          "online",
          "xyz",
          "gov",
          "edu",
          "local",
          "internal",
          "lan",
          "home",
          "corp",
          "test",
          "example",
          "invalid",
          "svc");

  private record Asked(String host, String namespace, boolean addressed) {}

  private final Map<Asked, Destination> known = new ConcurrentHashMap<>();
  private final ServiceIndex services;
  private final OperatedServices operated;
  private final MeshHosts mesh;
  private final DaprApps apps;
  private final Set<String> namespaces;

  HostResolver(ClusterState state, ServiceIndex services) {
    this.services = services;
    this.apps = services.apps();
    this.mesh = new MeshHosts(state, services);
    this.operated = new OperatedServices(state);
    this.namespaces = state.namespaces();
  }

  Destination resolve(NamedHost host, String namespace) {
    if (host.scheme().equals(Optional.of(DaprName.APPLICATION))) {
      var invoked = apps.find(host.host(), namespace);
      return invoked.isEmpty() ? new Destination.Nowhere() : new Destination.Selected(invoked);
    }
    if (host.scheme().equals(Optional.of(DaprName.COMPONENT))) {
      return new Destination.Nowhere();
    }
    boolean addressed = host.port().isPresent() || host.scheme().isPresent();
    return known.computeIfAbsent(
        new Asked(host.host(), namespace, addressed),
        asked -> resolve(host, host.host(), namespace, 0));
  }

  private Destination resolve(NamedHost written, String host, String namespace, int aliases) {
    var labels = List.of(host.split("\\.", -1));
    return knative(labels, namespace)
        .or(() -> own(written, labels, namespace, aliases))
        .or(() -> pod(labels, namespace))
        .or(() -> operated(labels, namespace))
        .or(() -> mesh.find(host, namespace))
        .orElseGet(() -> outside(written, host, labels));
  }

  private Optional<Destination> knative(List<String> labels, String namespace) {
    boolean inside = labels.size() < 3 || labels.get(2).equals("svc");
    return inside
        ? services.knative().find(labels.size() == 1 ? namespace : labels.get(1), labels.getFirst())
        : Optional.empty();
  }

  /** A Service of the cluster, or where its alias leads. */
  private Optional<Destination> own(
      NamedHost written, List<String> labels, String namespace, int aliases) {
    return service(labels, namespace)
        .or(() -> homeless(labels, namespace))
        .map(service -> follow(written, service, aliases));
  }

  private Destination follow(NamedHost written, KubernetesService service, int aliases) {
    if (!service.type().equals("ExternalName")) {
      var host = services.outside(service);
      return host.isPresent()
          ? new Destination.Outside(host.get())
          : new Destination.Inside(service, services.behind(service));
    }
    var target = service.externalName();
    if (aliases == MOST_ALIASES || target.isEmpty()) {
      return new Destination.Nowhere();
    }
    var answer = resolve(written, target, service.ref().namespace(), aliases + 1);
    boolean ofTheWorld = target.contains(".") && !target.contains(".svc");
    return answer instanceof Destination.Nowhere && ofTheWorld
        ? new Destination.Outside(target)
        : answer;
  }

  /** {@code name}, {@code name.namespace}, {@code name.namespace.svc} and {@code ….svc.domain}. */
  private Optional<KubernetesService> service(List<String> labels, String namespace) {
    return switch (labels.size()) {
      case 1 -> services.find(namespace, labels.getFirst());
      case 2 -> services.find(labels.get(1), labels.getFirst());
      default ->
          labels.get(2).equals("svc")
              ? services.find(labels.get(1), labels.getFirst())
              : Optional.empty();
    };
  }

  /**
   * Manifests without namespaces name the one that they are to be put into: {@code payment.prod}
   * then means the Service beside it.
   */
  private Optional<KubernetesService> homeless(List<String> labels, String namespace) {
    boolean shaped =
        labels.size() == 2
            ? !ENDS_OF_THE_WORLD.contains(labels.getLast())
            : labels.size() > 2 && labels.get(2).equals("svc");
    return shaped && namespaces.equals(Set.of("default")) && !labels.get(1).equals("default")
        ? services.find(namespace, labels.getFirst())
        : Optional.empty();
  }

  private Optional<Destination> operated(List<String> labels, String namespace) {
    boolean inside = labels.size() < 3 || labels.get(2).equals("svc");
    return inside
        ? operated.find(labels.size() == 1 ? namespace : labels.get(1), labels.getFirst())
        : Optional.empty();
  }

  /** {@code pod-0.service}, {@code pod-0.service.namespace} and {@code ….svc…}. */
  private Optional<Destination> pod(List<String> labels, String namespace) {
    boolean shaped =
        labels.size() == 2
            || labels.size() == 3
            || (labels.size() > 3 && labels.get(3).equals("svc"));
    if (!shaped) {
      return Optional.empty();
    }
    var home = labels.size() == 2 ? namespace : labels.get(2);
    return services
        .find(home, labels.get(1))
        .flatMap(
            service ->
                services.behind(service).stream()
                    .filter(runner -> isPodOf(labels.getFirst(), runner))
                    .findFirst()
                    .map(runner -> new Destination.Inside(service, List.of(runner))));
  }

  private static boolean isPodOf(String pod, Runner runner) {
    int dash = pod.lastIndexOf('-');
    return dash > 0
        && pod.substring(0, dash).equals(runner.ref().name())
        && dash + 1 < pod.length()
        && pod.chars().skip(dash + 1L).allMatch(c -> c >= '0' && c <= '9');
  }

  private Destination outside(NamedHost written, String host, List<String> labels) {
    var last = labels.getLast();
    boolean addressed = written.port().isPresent() || written.scheme().isPresent();
    boolean worldly =
        labels.size() > 1
            && last.length() > 1
            && last.chars().allMatch(c -> c >= 'a' && c <= 'z')
            && !labels.contains("svc")
            && !NOT_OF_THE_WORLD.contains(last)
            && !namespaces.contains(last);
    return addressed && worldly ? new Destination.Outside(host) : new Destination.Nowhere();
  }
}
