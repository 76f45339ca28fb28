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
  public static final Kind GATEWAY = gatewayApi("Gateway");
  public static final Kind GATEWAY_CLASS = gatewayApi("GatewayClass");
  public static final Kind HTTP_ROUTE = gatewayApi("HTTPRoute");
  public static final Kind GRPC_ROUTE = gatewayApi("GRPCRoute");
  public static final Kind TCP_ROUTE = gatewayApi("TCPRoute");
  public static final Kind TLS_ROUTE = gatewayApi("TLSRoute");
  public static final Kind REFERENCE_GRANT = gatewayApi("ReferenceGrant");

  /** Routes of the Gateway API. */
  public static final Set<Kind> GATEWAY_ROUTES =
      Set.of(HTTP_ROUTE, GRPC_ROUTE, TCP_ROUTE, TLS_ROUTE);

  /** Those that a cluster may lack: they are read if they are served and may be read. */
  public static final List<Kind> OPTIONAL =
      Stream.of(
              Stream.of(INGRESS_CLASS, GATEWAY, GATEWAY_CLASS, REFERENCE_GRANT),
              GATEWAY_ROUTES.stream().sorted())
          .flatMap(kinds -> kinds)
          .toList();

  /** All of them. */
  public static final Set<Kind> ALL =
      Stream.concat(OPTIONAL.stream(), Stream.of(INGRESS, OLD_INGRESS))
          .collect(Collectors.toUnmodifiableSet());

  private RoutingKinds() {}

  private static Kind gatewayApi(String name) {
    return new Kind("gateway.networking.k8s.io", name);
  }
}
