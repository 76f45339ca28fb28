package dev.faultline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Objects of kinds that a cluster may lack, beside a {@link RandomApplication}: routes, meshes,
 * scalers, and who acts on them.
 */
public final class RandomRoutes {

  private static final List<String> KINDS =
      List.of(
          "networking.istio.io/v1 VirtualService",
          "networking.istio.io/v1 ServiceEntry",
          "security.istio.io/v1 AuthorizationPolicy",
          "gateway.networking.k8s.io/v1 HTTPRoute",
          "dapr.io/v1alpha1 Component",
          "keda.sh/v1alpha1 ScaledObject",
          "keda.sh/v1alpha1 ScaledJob",
          "traefik.io/v1alpha1 IngressRoute",
          "traefik.io/v1alpha1 Middleware",
          "projectcontour.io/v1 HTTPProxy",
          "projectcontour.io/v1alpha1 ExtensionService",
          "serving.knative.dev/v1 Service");

  private final Random random;
  private final List<String> namespaces;

  private RandomRoutes(long seed, List<String> namespaces) {
    this.random = new Random(seed);
    this.namespaces = namespaces;
  }

  /** What a cluster needs to serve the kinds, and no more. */
  public static List<String> definitions() {
    return KINDS.stream().map(RandomRoutes::definition).toList();
  }

  /** Names of the definitions. */
  public static List<String> definitionNames() {
    return KINDS.stream().map(kind -> plural(kind) + "." + group(kind)).toList();
  }

  /** One YAML document each; the same seed makes the same. */
  public static List<String> documents(long seed, List<String> namespaces) {
    var routes = new RandomRoutes(seed, namespaces);
    var documents = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      routes.some("r" + i).forEach(documents::add);
    }
    Stream.of(
            actor("traefik", "traefik:v3.4", "--providers.kubernetescrd=true"),
            actor("envoy", "envoyproxy/envoy:v1.34.1", "contour")
                .replace(
                    "]}]}", "]}, {name: shutdown, image: 'ghcr.io/projectcontour/contour:v1'}]}"),
            actor("keda-operator", "ghcr.io/kedacore/keda:2.16.0", "--zap-log-level=info"))
        .map(actor -> actor.formatted(namespaces.getFirst()))
        .forEach(documents::add);
    return List.copyOf(documents);
  }

  private Stream<String> some(String name) {
    return Stream.of(
        object("networking.istio.io/v1 VirtualService", name)
            + "spec: {hosts: [%s], http: [{route: [{destination: {host: %s}}]}]}\n"
                .formatted(host(), host()),
        object("networking.istio.io/v1 ServiceEntry", name)
            + "spec: {hosts: [api-%d.partner.example.com], endpoints: [{address: %s}]}\n"
                .formatted(random.nextInt(9), host()),
        object("security.istio.io/v1 AuthorizationPolicy", name)
            + "spec: {selector: {matchLabels: {app: %s}}, rules: [{from: [{source: {namespaces: [%s]}}]}]}\n"
                .formatted(service(), namespaces.getLast()),
        object("gateway.networking.k8s.io/v1 HTTPRoute", name)
            + "spec: {parentRefs: [{group: '', kind: Service, name: %s}], rules: [{backendRefs: [{name: %s, port: 8080}]}]}\n"
                .formatted(service(), service()),
        object("dapr.io/v1alpha1 Component", name)
            + "spec: {type: state.redis, version: v1, metadata: [{name: redisHost, value: '%s:6379'}]}\nscopes: [courier-%s]\n"
                .formatted(host(), name),
        object("keda.sh/v1alpha1 ScaledObject", name)
            + "spec: {scaleTargetRef: {name: %s}, triggers: [{type: rabbitmq, metadata: {host: 'amqp://guest:planted@%s:5672/'}}]}\n"
                .formatted(service(), host()),
        scaledJob(name),
        object("traefik.io/v1alpha1 IngressRoute", name)
            + "spec: {routes: [{match: Host(`a`), middlewares: [{name: %s}], services: [{name: %s, port: 8080}]}]}\n"
                .formatted(name, service()),
        object("traefik.io/v1alpha1 Middleware", name)
            + "spec: {forwardAuth: {address: 'http://%s:8080/verify'}}\n".formatted(host()),
        object("projectcontour.io/v1 HTTPProxy", name)
            + "spec: {virtualhost: {fqdn: a.example, authorization: {extensionRef: {name: %s}}}, routes: [{services: [{name: %s, port: 8080}]}]}\n"
                .formatted(name, service()),
        object("projectcontour.io/v1alpha1 ExtensionService", name)
            + "spec: {services: [{name: %s, port: 8080}]}\n".formatted(service()),
        object("serving.knative.dev/v1 Service", name)
            + "spec: {template: {spec: {containers: [{image: 'example.org/k:1', env: [{name: NEXT_URL, value: 'http://%s:8080'}]}]}}}\n"
                .formatted(host()),
        courier(name),
        object("v1 Service", "by-hand-" + name) + "spec: {ports: [{port: 8080}]}\n",
        object("discovery.k8s.io/v1 EndpointSlice", "by-hand-" + name)
                .replace("}\n", ", labels: {kubernetes.io/service-name: by-hand-" + name + "}}\n")
            + "addressType: FQDN\n"
            + "endpoints: [{addresses: [legacy.example.com]}]\n"
            + "ports: [{port: 8080}]\n");
  }

  /** What it calls by random may not be there; what is outside always is. */
  private String scaledJob(String name) {
    return object("keda.sh/v1alpha1 ScaledJob", "jobs-" + name)
        + """
        spec:
          jobTargetRef:
            template:
              metadata: {labels: {app: jobs-%s}}
              spec: {containers: [{name: main, image: 'example.org/j:1', env: [{name: NEXT_URL, value: 'http://%s:8080'}, {name: PARTNER_URL, value: 'https://jobs.partner.example.com'}]}]}
          triggers:
            - {type: redis, metadata: {address: '%s:6379'}}
            - {type: prometheus, metadata: {serverAddress: 'http://%s:9090'}}
        """
            .formatted(name, host(), host(), host());
  }

  /** It has the sidecar of Dapr, and calls a Service whose endpoints are written by hand. */
  private String courier(String name) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: courier-%1$s, namespace: %2$s}
    spec:
      selector: {matchLabels: {app: courier-%1$s}}
      template:
        metadata: {labels: {app: courier-%1$s}, annotations: {dapr.io/enabled: 'true', dapr.io/app-id: courier-%1$s}}
        spec: {containers: [{name: main, image: 'example.org/c:1', env: [{name: OLD_URL, value: 'http://by-hand-%1$s:8080'}]}]}
    """
        .formatted(name, namespaces.getFirst());
  }

  private static String actor(String name, String image, String argument) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: %%s}
    spec:
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec: {containers: [{name: main, image: '%2$s', args: ['%3$s']}]}
    """
        .formatted(name, image, argument);
  }

  private String service() {
    return RandomApplication.NAMES.get(random.nextInt(RandomApplication.SERVICES));
  }

  private String host() {
    var at = namespaces.get(random.nextInt(namespaces.size()));
    return service() + "." + at + (random.nextBoolean() ? "" : ".svc.cluster.local");
  }

  private String object(String kind, String name) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: %s}\n"
        .formatted(kind.split(" ")[0], kind.split(" ")[1], name, namespaces.getFirst());
  }

  private static String plural(String kind) {
    var name = kind.split(" ")[1].toLowerCase(java.util.Locale.ROOT);
    return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
  }

  private static String group(String kind) {
    return kind.split("/")[0];
  }

  private static String definition(String kind) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: %1$s.%2$s}
    spec:
      group: %2$s
      scope: Namespaced
      names: {kind: %3$s, plural: %1$s, singular: %4$s}
      versions:
        - name: %5$s
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
    """
        .formatted(
            plural(kind),
            group(kind),
            kind.split(" ")[1],
            kind.split(" ")[1].toLowerCase(java.util.Locale.ROOT),
            kind.split(" ")[0].split("/")[1])
        // The server lets nobody else define what is of this group.
        .replace(
            "metadata: {name: httproutes.gateway.networking.k8s.io}",
            "metadata: {name: httproutes.gateway.networking.k8s.io, annotations:"
                + " {api-approved.kubernetes.io: unapproved}}");
  }
}
