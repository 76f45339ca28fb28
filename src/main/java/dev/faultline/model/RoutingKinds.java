package dev.faultline.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds that speak of connections between others: routes, mesh and messaging resources, hooks
 * of the API server. A cluster need not have any of them, and who looks need not be let.
 */
public final class RoutingKinds {

  public static final Kind INGRESS = new Kind("networking.k8s.io", "Ingress");

  /** What Ingresses were before Kubernetes 1.22; files have them still. */
  public static final Kind OLD_INGRESS = new Kind("extensions", "Ingress");

  public static final Kind INGRESS_CLASS = new Kind("networking.k8s.io", "IngressClass");

  /** What OpenShift lets in by; it makes one of each Ingress, too. */
  public static final Kind ROUTE = new Kind("route.openshift.io", "Route");

  /** Says which Routes a router of OpenShift serves. */
  public static final Kind INGRESS_CONTROLLER =
      new Kind("operator.openshift.io", "IngressController");

  /** Routes of Traefik, in its group and in that of before. */
  public static final Set<Kind> TRAEFIK_ROUTES =
      Stream.of("IngressRoute", "IngressRouteTCP", "IngressRouteUDP")
          .flatMap(RoutingKinds::traefik)
          .collect(Collectors.toUnmodifiableSet());

  /** What routes of Traefik may lead to instead of a Service; it leads on to several. */
  public static final Set<Kind> TRAEFIK_SERVICES =
      traefik("TraefikService").collect(Collectors.toUnmodifiableSet());

  /** What Traefik does with a call on its way; it may ask or call another Service for that. */
  public static final Set<Kind> TRAEFIK_MIDDLEWARES =
      traefik("Middleware").collect(Collectors.toUnmodifiableSet());

  /** The route of Contour. */
  public static final Kind HTTP_PROXY = new Kind("projectcontour.io", "HTTPProxy");

  /** Whom the Envoys of Contour ask of a call. */
  public static final Kind EXTENSION_SERVICE = new Kind("projectcontour.io", "ExtensionService");

  public static final Kind GATEWAY = gatewayApi("Gateway");
  public static final Kind GATEWAY_CLASS = gatewayApi("GatewayClass");
  public static final Kind HTTP_ROUTE = gatewayApi("HTTPRoute");
  public static final Kind GRPC_ROUTE = gatewayApi("GRPCRoute");
  public static final Kind TCP_ROUTE = gatewayApi("TCPRoute");
  public static final Kind TLS_ROUTE = gatewayApi("TLSRoute");
  public static final Kind REFERENCE_GRANT = gatewayApi("ReferenceGrant");

  /** The group of Istio's routes. */
  public static final String ISTIO = "networking.istio.io";

  public static final Kind ISTIO_GATEWAY = new Kind(ISTIO, "Gateway");
  public static final Kind VIRTUAL_SERVICE = new Kind(ISTIO, "VirtualService");
  public static final Kind DESTINATION_RULE = new Kind(ISTIO, "DestinationRule");
  public static final Kind SERVICE_ENTRY = new Kind(ISTIO, "ServiceEntry");
  public static final Kind SIDECAR = new Kind(ISTIO, "Sidecar");
  public static final Kind ISTIO_POLICY = new Kind("security.istio.io", "AuthorizationPolicy");

  public static final Kind SERVICE_PROFILE = new Kind("linkerd.io", "ServiceProfile");
  public static final Kind LINKERD_SERVER = linkerd("Server");
  public static final Kind LINKERD_POLICY = linkerd("AuthorizationPolicy");
  public static final Kind SERVER_AUTHORIZATION = linkerd("ServerAuthorization");
  public static final Kind MESH_AUTHENTICATION = linkerd("MeshTLSAuthentication");

  public static final Kind CILIUM_POLICY = new Kind("cilium.io", "CiliumNetworkPolicy");

  /** The same of no namespace, for the pods of all. */
  public static final Kind CILIUM_CLUSTER_POLICY =
      new Kind("cilium.io", "CiliumClusterwideNetworkPolicy");

  /** What EndpointSlices were before, written by hand in many a folder. */
  public static final Kind ENDPOINTS = new Kind("", "Endpoints");

  /** The group of Dapr. */
  public static final String DAPR = "dapr.io";

  public static final Kind DAPR_COMPONENT = new Kind(DAPR, "Component");
  public static final Kind DAPR_ENDPOINT = new Kind(DAPR, "HTTPEndpoint");
  public static final Kind DAPR_CONFIGURATION = new Kind(DAPR, "Configuration");

  public static final Kind TRAFFIC_SPLIT = new Kind("split.smi-spec.io", "TrafficSplit");

  /** Runs pods as a Deployment does, but makes that only when it is reconciled. */
  public static final Kind KNATIVE_SERVICE = new Kind("serving.knative.dev", "Service");

  public static final Kind TRIGGER = new Kind("eventing.knative.dev", "Trigger");
  public static final Kind SUBSCRIPTION = new Kind("messaging.knative.dev", "Subscription");
  public static final Kind SINK_BINDING = source("SinkBinding");
  public static final Kind PING_SOURCE = source("PingSource");
  public static final Kind KAFKA_SOURCE = source("KafkaSource");

  /** Kinds of Knative that say where events go. */
  public static final Set<Kind> EVENTING =
      Set.of(
          TRIGGER,
          SUBSCRIPTION,
          SINK_BINDING,
          PING_SOURCE,
          KAFKA_SOURCE,
          source("ApiServerSource"));

  public static final Kind SERVICE_MONITOR = new Kind("monitoring.coreos.com", "ServiceMonitor");
  public static final Kind POD_MONITOR = new Kind("monitoring.coreos.com", "PodMonitor");

  public static final Kind VALIDATING =
      new Kind("admissionregistration.k8s.io", "ValidatingWebhookConfiguration");
  public static final Kind MUTATING =
      new Kind("admissionregistration.k8s.io", "MutatingWebhookConfiguration");
  public static final Kind API_SERVICE = new Kind("apiregistration.k8s.io", "APIService");

  /** Their conversions are worth a look in a folder; a cluster's are megabytes. */
  public static final Kind DEFINITION =
      new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  /** Kinds that name somebody whom the API server asks. */
  public static final Set<Kind> ASKED_BY_API_SERVER =
      Set.of(VALIDATING, MUTATING, API_SERVICE, DEFINITION);

  /** Routes of the Gateway API. */
  public static final Set<Kind> GATEWAY_ROUTES =
      Set.of(HTTP_ROUTE, GRPC_ROUTE, TCP_ROUTE, TLS_ROUTE, linkerd("HTTPRoute"));

  /** Those that a cluster may lack: they are read if they are served and may be read. */
  public static final List<Kind> OPTIONAL =
      Stream.of(
              Stream.of(INGRESS, INGRESS_CLASS, ROUTE, INGRESS_CONTROLLER),
              Stream.of(HTTP_PROXY, EXTENSION_SERVICE),
              TRAEFIK_ROUTES.stream().sorted(),
              TRAEFIK_SERVICES.stream().sorted(),
              TRAEFIK_MIDDLEWARES.stream().sorted(),
              Stream.of(GATEWAY, GATEWAY_CLASS, REFERENCE_GRANT),
              GATEWAY_ROUTES.stream().sorted(),
              Stream.of(
                  ISTIO_GATEWAY,
                  VIRTUAL_SERVICE,
                  DESTINATION_RULE,
                  SERVICE_ENTRY,
                  SIDECAR,
                  ISTIO_POLICY),
              Stream.of(Kind.SCALED_JOB, DAPR_COMPONENT, DAPR_ENDPOINT, DAPR_CONFIGURATION),
              Stream.of(KNATIVE_SERVICE),
              EVENTING.stream().sorted(),
              Stream.of(SERVICE_MONITOR, POD_MONITOR, TRAFFIC_SPLIT),
              Stream.of(CILIUM_POLICY, CILIUM_CLUSTER_POLICY),
              ASKED_BY_API_SERVER.stream().filter(kind -> !kind.equals(DEFINITION)).sorted(),
              Stream.of(
                  SERVICE_PROFILE,
                  LINKERD_SERVER,
                  LINKERD_POLICY,
                  SERVER_AUTHORIZATION,
                  MESH_AUTHENTICATION))
          .flatMap(kinds -> kinds)
          .toList();

  /** All of them. */
  public static final Set<Kind> ALL =
      Stream.concat(OPTIONAL.stream(), Stream.of(OLD_INGRESS, Kind.SCALED_OBJECT, DEFINITION))
          .collect(Collectors.toUnmodifiableSet());

  private RoutingKinds() {}

  private static Kind source(String name) {
    return new Kind("sources.knative.dev", name);
  }

  private static Kind linkerd(String name) {
    return new Kind("policy.linkerd.io", name);
  }

  private static Stream<Kind> traefik(String name) {
    return Stream.of(new Kind("traefik.io", name), new Kind("traefik.containo.us", name));
  }

  private static Kind gatewayApi(String name) {
    return new Kind("gateway.networking.k8s.io", name);
  }
}
