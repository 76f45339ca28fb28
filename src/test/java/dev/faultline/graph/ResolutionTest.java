package dev.faultline.graph;

import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.edges;
import static dev.faultline.graph.Manifests.service;
import static dev.faultline.graph.Manifests.state;
import static dev.faultline.graph.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which the world writes a host leads to the workload behind the Service. */
class ResolutionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db",
        "db:5432",
        "db.shop",
        "db.shop:5432",
        "db.shop.svc",
        "db.shop.svc:5432",
        "db.shop.svc.cluster.local",
        "db.shop.svc.cluster.local.",
        "db.shop.svc.cluster.local:5432",
        "db.shop.svc.other.domain:5432",
        "DB.shop.SVC",
        "db-0.db",
        "db-1.db.shop.svc.cluster.local:5432",
        "postgres://u:p@db:5432/x",
        "jdbc:postgresql://db/x",
        "jdbc:oracle:thin:@db:5432:x",
        "jdbc:oracle:thin:@//db:5432/x",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=5432)))",
        "jdbc:sqlserver://db:5432;databaseName=x",
        "Server=tcp:db,5432;Database=x;User Id=sa;Password=p",
        "Data Source=db;Initial Catalog=x",
        "Host=db;Port=5432;Username=u;Password=p",
        "Driver={ODBC Driver 18};Server=db,5432;Database=x",
        "host=db port=5432 dbname=x",
        "host='db' port='5432' dbname='x'",
        "u:p@tcp(db:5432)/x?parseTime=true",
        "mysql:host=db;port=5432;dbname=x",
        "mongodb://u:p@db-0.db:27017,db-1.db:27017/x?replicaSet=r",
        "mongodb+srv://db.shop.svc.cluster.local/x",
        "redis://:p@db:6379/0",
        "rediss://db:6379",
        "db,abortConnect=false,ssl=False",
        "amqps://u:p@db:5671/v",
        "PLAINTEXT://db-0.db:9092,PLAINTEXT://db-1.db:9092",
        "db-0.db:9092;db-1.db:9092",
        "dns:///db.shop:50051",
        "dns:db:50051",
        "xds:///db.shop.svc.cluster.local:50051",
        "nats://db:4222,nats://other:4222",
        "smtp://u:p@db:587",
        "ldaps://db:636/dc=x",
        "s3+http://db:9000",
        "failover:(tcp://db:61616,tcp://gone:61616)?randomize=false",
        "db(1414)",
        "tcp://db:1883",
        "ws://db:80/socket",
        "clickhouse://default:@db:9000/x",
        "['http://db:9200', 'http://gone:9200']",
        "db:$(PORT)",
        "http://$(DB_SERVICE_HOST):$(DB_SERVICE_PORT)",
        "{\"host\": \"db\", \"port\": 5432}",
      })
  void everyFormLeadsToTheWorkload(String written) {
    var env = "  env: [{name: TARGET_ADDR, value: \"" + written.replace("\"", "\\\"") + "\"}]";

    assertThat(
            edges(
                deployment("order", env),
                workload("StatefulSet", "db", "pg:1"),
                service("db", 5432)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("shop/order -> shop/db ")
        .doesNotEndWith("weak");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.bank.example.com/v1 | api.bank.example.com",
        "db.abc123.eu-central-1.rds.amazonaws.com:5432 | db.abc123.eu-central-1.rds.amazonaws.com",
        "mongodb+srv://u:p@cluster0.x1.mongodb.net/x | cluster0.x1.mongodb.net",
        "smtp://smtp.mail.example.org:587 | smtp.mail.example.org",
      })
  void aHostOutsideIsANodeOfItsOwn(String written, String host) {
    var graph =
        DependencyGraph.of(
            state(deployment("order", "  env: [{name: BANK, value: '" + written + "'}]")));

    assertThat(graph.dependencies())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.callee()).isEqualTo(new Dependency.Callee.ToExternal(host));
              assertThat(edge.edgeClass()).isEqualTo(EdgeClass.EXTERNAL);
            });
    assertThat(graph.drawnAtFirst()).isEmpty();
  }

  @Test
  void anExternalNameOfTheWorldIsThatHost() {
    assertThat(
            edges(
                deployment("order", "  env: [{name: DB_HOST, value: reports}]"),
                """
                apiVersion: v1
                kind: Service
                metadata: {name: reports, namespace: shop}
                spec: {type: ExternalName, externalName: reports.rds.example.com}
                """))
        .containsExactly("shop/order -> ext:reports.rds.example.com external declared firm");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.strimzi.io/v1beta2, Kafka, events, events-kafka-bootstrap:9092, messaging",
    "postgresql.cnpg.io/v1, Cluster, pg, pg-rw, store",
    "elasticsearch.k8s.elastic.co/v1, Elasticsearch, logs, logs-es-http.shop.svc, store",
    "rabbitmq.com/v1beta1, RabbitmqCluster, jobs, jobs, messaging",
    "opentelemetry.io/v1beta1, OpenTelemetryCollector, otel, otel-collector:4317, telemetry",
  })
  void whatAnOperatorWillMakeIsKnown(
      String version, String kind, String name, String host, String edgeClass) {
    assertThat(
            edges(
                deployment("order", "  env: [{name: BACKEND_ADDR, value: '" + host + "'}]"),
                "{apiVersion: %s, kind: %s, metadata: {name: %s, namespace: shop}}"
                    .formatted(version, kind, name)))
        .singleElement()
        .asString()
        .startsWith("shop/order -> shop/" + name + " " + edgeClass);
  }

  @Test
  void manifestsWithoutNamespaceMayNameTheOneTheyAreFor() {
    var order =
        deployment("order", "  env: [{name: DB_HOST, value: db.prod.svc.cluster.local}]")
            .replace("namespace: shop", "namespace: default");
    var db = workload("StatefulSet", "db", "pg:1").replace("namespace: shop", "namespace: default");
    var service = service("db", 5432).replace("namespace: shop", "namespace: default");

    assertThat(edges(order, db, service))
        .containsExactly("default/order -> default/db store declared firm");
    assertThat(edges(order, db, service, deployment("elsewhere"))).isEmpty();
  }

  @Test
  void upstreamsOfASidecarAreCalled() {
    var order =
        deployment("order")
            .replace(
                "{labels: {app: order}}",
                "{labels: {app: order}, annotations:"
                    + " {consul.hashicorp.com/connect-service-upstreams: 'db:9090, x'}}");

    assertThat(edges(order, workload("StatefulSet", "db", "pg:1"), service("db", 5432)))
        .containsExactly("shop/order -> shop/db store declared firm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db, gone",
        "[{\"apiVersion\":\"apps/v1\",\"kind\":\"StatefulSet\",\"name\":\"db\"},{\"name\":\"gone\"}]"
      })
  void whatTheTopologyOfOpenShiftConnectsIsADependency(String written) {
    var annotation = "annotations: {app.openshift.io/connects-to: '" + written + "'}";
    var order = deployment("order").replace("namespace: shop", "namespace: shop, " + annotation);
    var front = service("front", 80).replace("namespace: shop", "namespace: shop, " + annotation);

    assertThat(edges(order, front, workload("StatefulSet", "db", "pg:1"), service("db", 5432)))
        .containsExactly("shop/order -> shop/db store declared firm");
  }

  @Test
  void aTopologyThatIsBrokenConnectsNothing() {
    var annotation = "annotations: {app.openshift.io/connects-to: '[{\"name\":\"db\"}'}";
    var order = deployment("order").replace("namespace: shop", "namespace: shop, " + annotation);

    assertThat(edges(order, workload("StatefulSet", "db", "pg:1"), service("db", 5432))).isEmpty();
  }

  @Test
  void whatStorkDiscoversByItsNameIsCalled() {
    var order =
        deployment(
            "order",
            "  env:",
            "    - {name: quarkus.stork.pay.service-discovery.application, value: payment}",
            "    - {name: quarkus.stork.pay.service-discovery.type, value: kubernetes}",
            "    - {name: quarkus.application.name, value: stock}");

    assertThat(
            edges(
                order,
                deployment("payment"),
                service("payment", 80),
                deployment("stock"),
                service("stock", 80)))
        .filteredOn(edge -> !edge.endsWith("weak"))
        .containsExactly("shop/order -> shop/payment application declared firm");
  }

  @Test
  void aSearchByVectorsShipsNoLogs() {
    var env =
        "  env: [{name: A_URL, value: 'http://vector-search'}, {name: B_URL, value:"
            + " 'http://vector-agent'}]";

    assertThat(
            edges(
                deployment("order", env),
                deployment("vector-search"),
                service("vector-search", 80),
                deployment("vector-agent"),
                service("vector-agent", 80)))
        .containsExactly(
            "shop/order -> shop/vector-agent telemetry declared strong",
            "shop/order -> shop/vector-search application declared strong");
  }
}
