package dev.faultline.demo;

import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shop and its incident. Payment was released with a connection pool of none, and crashes; it
 * recreates, so no pod of the version before is left. Order is not ready without payment, the
 * gateway sheds load without order. Two releases of others came after. Only payment's way back
 * heals it.
 */
public final class DemoShop {

  /** The release that broke the shop. */
  public static final ResourceRef CULPRIT =
      new ResourceRef(DemoCluster.ID, Kind.DEPLOYMENT, "shop", "payment");

  /** The last version of the culprit that worked. */
  public static final String GOOD_VERSION = "1.4.2";

  /** The version that does not. */
  public static final String BAD_VERSION = "1.5.0";

  /** How long before the demo is opened the bad release was. */
  public static final Duration INCIDENT_AGO = ShopHistory.INCIDENT;

  static final Duration HISTORY = Duration.ofDays(25);

  private static final Duration STORES_UP = Duration.ofMinutes(2);
  private static final Map<String, String> PAYMENT_CONFIG =
      Map.of(
          "CURRENCY", "EUR",
          "RECEIPT_FOOTER", "Thank you for your order.",
          "SMTP_HOST", "mail.example",
          "SMTP_PASSWORD", "pl4nted-smtp-pw");

  private DemoShop() {}

  /** Made-up secrets in every place that people put them: none may be found in any output. */
  public static List<String> plantedSecrets() {
    return ShopCast.PLANTED;
  }

  /** Lives through the shop's history up to the present, where it is the middle of the night. */
  static void live(Simulation simulation, Instant present) {
    publish(simulation);
    ShopGround.nodes(simulation);
    settings(simulation);
    stores(simulation);
    simulation.settle();
    simulation.queue().runUntil(present.minus(HISTORY).plus(STORES_UP));
    for (ShopHistory.Release release : ShopHistory.RELEASES) {
      simulation.queue().runUntil(present.minus(release.ago()));
      if (release.ago().equals(INCIDENT_AGO)) {
        editConfig(simulation);
      }
      apply(simulation, deployment(release), release.manager());
      simulation.settle();
    }
    simulation.queue().runUntil(present);
  }

  /** Of releases that are long gone the revisions are left, but nobody saw their pods. */
  private static Manifest deployment(ShopHistory.Release release) {
    var deployment =
        release.service().deployment(release.version(), release.added(), release.cause());
    return release.longGone() ? Trees.with(deployment, 0, "spec", "replicas") : deployment;
  }

  private static void publish(Simulation simulation) {
    for (ShopService service : ShopCast.SERVICES) {
      simulation.software().publish(service.repository(), versions(service), program(service));
    }
  }

  private static Set<String> versions(ShopService service) {
    return ShopHistory.RELEASES.stream()
        .filter(release -> release.service().equals(service))
        .map(ShopHistory.Release::version)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Program program(ShopService service) {
    return switch (service.name()) {
      case "payment" -> new PaymentProgram();
      case "gateway" -> new GatewayProgram();
      default ->
          start ->
              new Program.Run.Runs(
                  Duration.ofSeconds(2),
                  List.of(
                      "INFO  " + service.name() + " " + start.version() + " starting",
                      "INFO  listening on :8080"));
    };
  }

  private static void settings(Simulation simulation) {
    secret(simulation, "user-db", "pl4nted-users-pw");
    secret(simulation, "order-db", "pl4nted-orders-pw");
    secret(simulation, "payment-db", "pl4nted-ledger-pw");
    apply(simulation, ShopGround.serviceAccount("shop", "payment"), "kubectl-create");
    apply(
        simulation,
        ShopGround.configMap("shop", "payment-config", PAYMENT_CONFIG),
        "kubectl-client-side-apply");
    apply(simulation, ShopGround.gatewayScaling(), "kubectl-client-side-apply");
    apply(simulation, ShopGround.customersWay(), "kubectl-client-side-apply");
  }

  private static void secret(Simulation simulation, String name, String password) {
    apply(
        simulation,
        ShopGround.secret("shop", name, Map.of("username", name, "password", password)),
        "kubectl-create");
  }

  private static void stores(Simulation simulation) {
    for (ShopStore store : ShopCast.STORES) {
      apply(simulation, store.service(), "kubectl-client-side-apply");
      apply(simulation, store.statefulSet(version(store)), "kubectl-client-side-apply");
    }
    ShopCast.SERVICES.forEach(
        service -> apply(simulation, service.service(), "kubectl-client-side-apply"));
    apply(simulation, ShopGround.logAgent("3.1.6"), "kubectl-client-side-apply");
  }

  private static String version(ShopStore store) {
    return switch (store.image()) {
      case "postgres" -> "16.4";
      case "mongo" -> "7.0.14";
      case "redis" -> "7.4.1";
      default -> "3.13.7";
    };
  }

  /** The harmless edit in the same minute, for somebody to suspect. */
  private static void editConfig(Simulation simulation) {
    var edited = new java.util.HashMap<>(PAYMENT_CONFIG);
    edited.put("RECEIPT_FOOTER", "Thank you for your order. Returns within 30 days.");
    apply(simulation, ShopGround.configMap("shop", "payment-config", edited), "kubectl-edit");
  }

  private static void apply(Simulation simulation, Manifest manifest, String manager) {
    var result = simulation.api().apply(manifest, manager);
    if (!(result instanceof WriteResult.Accepted)) {
      throw new IllegalStateException("the demo's own manifest was refused: " + result);
    }
  }
}
