package dev.faultline.demo;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is who in the demo: the applications, and the stores they keep their data in. */
final class ShopCast {

  /** Made-up secrets in every place that people put them; none may ever be shown. */
  static final List<String> PLANTED =
      List.of(
          "pl4nted-ledger-pw",
          "pl4nted-users-pw",
          "pl4nted-orders-pw",
          "pl4nted-card-token",
          "pl4nted-smtp-pw",
          "pl4nted-amqp-pw");

  static final ShopService GATEWAY =
      new ShopService(
          "shop",
          "gateway",
          3,
          "edge",
          environment(
              "USER_URL", "http://user:8080",
              "PRODUCT_URL", "http://product.shop.svc:8080",
              "ORDER_URL", "http://order:8080",
              "SESSIONS", "redis://gateway-sessions:6379/0"),
          tree -> tree);

  static final ShopService USER =
      new ShopService(
          "shop",
          "user",
          2,
          "accounts",
          environment(
              "DATABASE_URL",
              "jdbc:postgresql://user-db:5432/users",
              "DATABASE_PASSWORD",
              ShopService.secret("user-db", "password")),
          tree -> tree);

  static final ShopService PRODUCT =
      new ShopService(
          "shop",
          "product",
          3,
          "catalog",
          environment("MONGO_URL", "mongodb://product-db:27017/catalog"),
          ShopCast::helm);

  static final ShopService ORDER =
      new ShopService(
          "shop",
          "order",
          3,
          "checkout",
          environment(
              "DATABASE_URL", "jdbc:postgresql://order-db:5432/orders",
              "DATABASE_PASSWORD", ShopService.secret("order-db", "password"),
              "PAYMENT_URL", "http://payment:8080",
              "PRODUCT_URL", "http://product:8080",
              "AMQP_URL",
                  "amqp://order:pl4nted-amqp-pw@broker.platform.svc.cluster.local:5672/shop"),
          tree -> tree);

  static final ShopService PAYMENT =
      new ShopService(
          "shop",
          "payment",
          2,
          "payments",
          environment(
              "DATABASE_URL", "jdbc:postgresql://payment-db.shop.svc:5432/ledger",
              "DATABASE_PASSWORD", ShopService.secret("payment-db", "password"),
              "CARD_API_URL", "https://api.cards.example:443/v2",
              "CARD_API_TOKEN", "pl4nted-card-token",
              "BROKER", "broker.platform:5672"),
          ShopCast::payment);

  static final ShopService REPORTS =
      new ShopService(
          "reporting",
          "reports",
          2,
          "finance",
          environment("DATABASE_URL", "jdbc:postgresql://reports-db:5432/reports"),
          tree -> tree);

  static final List<ShopService> SERVICES =
      List.of(GATEWAY, USER, PRODUCT, ORDER, PAYMENT, REPORTS);

  static final List<ShopStore> STORES =
      List.of(
          store("shop", "gateway-sessions", "edge", "redis", 6379, "redis", Optional.empty()),
          store("shop", "user-db", "accounts", "postgres", 5432, "postgres", password("user-db")),
          store("shop", "product-db", "catalog", "mongo", 27017, "mongo", Optional.empty()),
          store("shop", "order-db", "checkout", "postgres", 5432, "postgres", password("order-db")),
          store(
              "shop",
              "payment-db",
              "payments",
              "postgres",
              5432,
              "postgres",
              password("payment-db")),
          store("platform", "broker", "platform", "rabbitmq", 5672, "amqp", Optional.empty()),
          store(
              "reporting",
              "reports-db",
              "finance",
              "postgres",
              5432,
              "postgres",
              Optional.empty()));

  private ShopCast() {}

  /**
   * Payment takes a lock on its ledger, so two versions must not run at once: it recreates. That is
   * why a bad version takes it down altogether.
   */
  private static JsonObject payment(JsonObject tree) {
    var spec = new String[] {"spec", "template", "spec"};
    var container = tree.object(spec).objects("containers").findFirst().orElseThrow();
    container =
        container.with(
            Trees.array(Trees.object("configMapRef", Trees.object("name", "payment-config"))),
            "envFrom");
    return tree.with(Json.of("Recreate"), "spec", "strategy", "type")
        .with(
            Json.of("the ledger's lock allows one version at a time"),
            "metadata",
            "annotations",
            "shop.example/recreate-because")
        .with(Json.of("payment"), "spec", "template", "spec", "serviceAccountName")
        .with(Trees.array(container), "spec", "template", "spec", "containers");
  }

  private static JsonObject helm(JsonObject tree) {
    return tree.with(Json.of("Helm"), "metadata", "labels", "app.kubernetes.io/managed-by")
        .with(Json.of("product-2.7.0"), "metadata", "labels", "helm.sh/chart")
        .with(Json.of("product"), "metadata", "annotations", "meta.helm.sh/release-name")
        .with(Json.of("shop"), "metadata", "annotations", "meta.helm.sh/release-namespace");
  }

  private static ShopStore store(
      String namespace,
      String name,
      String team,
      String image,
      int port,
      String portName,
      Optional<ShopStore.Password> password) {
    return new ShopStore(namespace, name, team, image, port, portName, password);
  }

  private static Optional<ShopStore.Password> password(String secret) {
    return Optional.of(new ShopStore.Password("POSTGRES_PASSWORD", secret));
  }

  private static Map<String, Object> environment(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
