package dev.faultline.realtraffic;

/** Three workloads: order is told the address of payment, and not that of stock. */
final class SmallShop {

  private static final String YAML =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: order, namespace: %1$s}
      spec:
        selector: {matchLabels: {app: order}}
        template:
          metadata: {labels: {app: order}}
          spec:
            containers:
              - {name: main, image: 'order:1', env: [{name: PAYMENT_ADDR, value: 'payment:80'}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: payment, namespace: %1$s}
      spec:
        selector: {matchLabels: {app: payment}}
        template:
          metadata: {labels: {app: payment}}
          spec: {containers: [{name: main, image: 'payment:1'}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: stock, namespace: %1$s}
      spec:
        selector: {matchLabels: {app: stock}}
        template:
          metadata: {labels: {app: stock}}
          spec: {containers: [{name: main, image: 'stock:1'}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: payment, namespace: %1$s}
      spec: {selector: {app: payment}, ports: [{port: 80}]}
      """;

  private SmallShop() {}

  static String yaml(String namespace) {
    return YAML.formatted(namespace);
  }
}
