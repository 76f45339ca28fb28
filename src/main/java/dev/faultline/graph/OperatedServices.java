package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Services that an operator makes for a resource of its own kind: manifests hold the {@code Kafka}
 * and not the Service {@code events-kafka-bootstrap} that everybody calls. Where that Service is
 * seen, as in a live cluster, it comes first.
 */
final class OperatedServices {

  private record Name(String namespace, String name) {}

  /** What an operator makes of one kind; {@code *} stands for the resource's name. */
  private record Operated(Kind kind, EdgeClass edgeClass, List<String> services) {
    Operated(String group, String kind, EdgeClass edgeClass, String... services) {
      this(new Kind(group, kind), edgeClass, List.of(services));
    }
  }

  private static final List<Operated> KNOWN =
      List.of(
          broker("kafka.strimzi.io", "Kafka", "*-kafka-bootstrap", "*-kafka-brokers"),
          broker("rabbitmq.com", "RabbitmqCluster", "*", "*-nodes"),
          broker("nats.io", "NatsCluster", "*", "*-mgmt"),
          store("postgresql.cnpg.io", "Cluster", "*-rw", "*-ro", "*-r"),
          store("postgresql.cnpg.io", "Pooler", "*"),
          store("acid.zalan.do", "postgresql", "*", "*-repl", "*-pooler"),
          store(
              "postgres-operator.crunchydata.com",
              "PostgresCluster",
              "*-primary",
              "*-replicas",
              "*-pgbouncer",
              "*-ha"),
          store("elasticsearch.k8s.elastic.co", "Elasticsearch", "*-es-http", "*-es-transport"),
          store("mongodbcommunity.mongodb.com", "MongoDBCommunity", "*-svc"),
          store("psmdb.percona.com", "PerconaServerMongoDB", "*-rs0", "*-mongos"),
          store("pxc.percona.com", "PerconaXtraDBCluster", "*-haproxy", "*-proxysql", "*-pxc"),
          store("mysql.oracle.com", "InnoDBCluster", "*", "*-instances"),
          store("k8s.mariadb.com", "MariaDB", "*", "*-primary", "*-secondary", "*-internal"),
          store("databases.spotahome.com", "RedisFailover", "rfs-*", "rfr-*", "rfrm-*"),
          store("redis.redis.opstreelabs.in", "Redis", "*", "*-headless"),
          store("redis.redis.opstreelabs.in", "RedisCluster", "*-leader", "*-follower"),
          store("dragonflydb.io", "Dragonfly", "*"),
          store("scylla.scylladb.com", "ScyllaCluster", "*-client"),
          store("minio.min.io", "Tenant", "minio", "*-hl"),
          store("clickhouse.altinity.com", "ClickHouseInstallation", "clickhouse-*", "chi-*"),
          telemetry("jaegertracing.io", "Jaeger", "*-collector", "*-query", "*-agent"),
          telemetry("opentelemetry.io", "OpenTelemetryCollector", "*-collector"),
          telemetry("apm.k8s.elastic.co", "ApmServer", "*-apm-http"));

  private final Map<Name, Destination.Operated> services = new HashMap<>();

  OperatedServices(ClusterState state) {
    for (Operated operated : KNOWN) {
      state
          .all(operated.kind(), OtherObject.class)
          .forEach(resource -> add(resource.ref(), operated));
    }
  }

  static Stream<Kind> kinds() {
    return KNOWN.stream().map(Operated::kind);
  }

  Optional<Destination> find(String namespace, String name) {
    return Optional.ofNullable(services.get(new Name(namespace, name)));
  }

  private void add(ResourceRef ref, Operated operated) {
    for (String pattern : operated.services()) {
      services.putIfAbsent(
          new Name(ref.namespace(), pattern.replace("*", ref.name())),
          new Destination.Operated(ref, operated.edgeClass()));
    }
  }

  private static Operated store(String group, String kind, String... services) {
    return new Operated(group, kind, EdgeClass.STORE, services);
  }

  private static Operated broker(String group, String kind, String... services) {
    return new Operated(group, kind, EdgeClass.MESSAGING, services);
  }

  private static Operated telemetry(String group, String kind, String... services) {
    return new Operated(group, kind, EdgeClass.TELEMETRY, services);
  }
}
