package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The hosts inside the cluster that a container's environment gives it to call.
 *
 * @param services the Kubernetes Service behind each host, by the host's name as written
 */
record Callees(Map<String, ResourceRef> services) {

  static final Callees NONE = new Callees(Map.of());

  /** A host with a port, alone or in a URL, with or without user-info. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:^|//|@|[,\\s])([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*):[0-9]{2,5}(?![0-9:])");

  static Callees of(ObjectStore store, String namespace, Map<String, String> environment) {
    var services = new TreeMap<String, ResourceRef>();
    for (String value : environment.values()) {
      var matcher = ADDRESS.matcher(value);
      while (matcher.find()) {
        var host = matcher.group(1);
        var parts = host.split("\\.", -1);
        boolean inside = parts.length == 1 || parts.length == 2 || parts[2].equals("svc");
        var where = parts.length == 1 ? namespace : parts[1];
        if (inside && (parts.length == 1 || hasNamespace(store, where))) {
          services.put(host, store.ref(Kind.SERVICE, where, parts[0]));
        }
      }
    }
    return new Callees(services);
  }

  /** The hosts that nobody answers at. */
  List<String> unreachable(ObjectStore store) {
    return services.entrySet().stream()
        .filter(callee -> !answers(store, callee.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean include(ResourceRef service) {
    return services.containsValue(service);
  }

  private static boolean answers(ObjectStore store, ResourceRef service) {
    return store.find(service).isPresent()
        && store
            .find(EndpointsController.sliceOf(service))
            .filter(slice -> EndpointsController.ready(slice) > 0)
            .isPresent();
  }

  private static boolean hasNamespace(ObjectStore store, String name) {
    return store.find(store.ref(Kind.NAMESPACE, "", name)).isPresent();
  }
}
