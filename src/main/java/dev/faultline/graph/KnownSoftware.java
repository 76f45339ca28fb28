package dev.faultline.graph;

import dev.faultline.model.EdgeClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What widely used software is for, told by the name of its image and by its port. */
final class KnownSoftware {

  private static final Set<String> STORES =
      Set.of(
          "postgres",
          "postgresql",
          "postgis",
          "timescaledb",
          "pgbouncer",
          "pgpool",
          "spilo",
          "mysql",
          "mariadb",
          "percona",
          "proxysql",
          "mongo",
          "mongodb",
          "mongos",
          "redis",
          "valkey",
          "keydb",
          "dragonfly",
          "memcached",
          "cassandra",
          "scylla",
          "scylladb",
          "cockroach",
          "cockroachdb",
          "elasticsearch",
          "opensearch",
          "solr",
          "meilisearch",
          "typesense",
          "clickhouse",
          "minio",
          "etcd",
          "couchdb",
          "couchbase",
          "neo4j",
          "arangodb",
          "dgraph",
          "mssql",
          "sqlserver",
          "azuresql",
          "oracle",
          "tidb",
          "tikv",
          "yugabyte",
          "yugabytedb",
          "rethinkdb",
          "hazelcast",
          "ignite",
          "aerospike",
          "foundationdb",
          "qdrant",
          "weaviate",
          "milvus",
          "rqlite",
          "questdb",
          "surrealdb",
          "dynamodb",
          "db2",
          "h2",
          "garnet",
          "seaweedfs",
          "database",
          "db",
          "cache");
  private static final Set<String> BROKERS =
      Set.of(
          "rabbitmq",
          "kafka",
          "redpanda",
          "nats",
          "activemq",
          "artemis",
          "pulsar",
          "zookeeper",
          "emqx",
          "mosquitto",
          "nsq",
          "nsqd",
          "nsqlookupd",
          "vernemq",
          "hivemq",
          "rocketmq",
          "servicebus",
          "ibmmq",
          "gearmand",
          "beanstalkd",
          "strimzi");
  private static final Set<String> TELEMETRY =
      Set.of(
          "jaeger",
          "zipkin",
          "otel",
          "opentelemetry",
          "otelcol",
          "tempo",
          "prometheus",
          "alertmanager",
          "grafana",
          "loki",
          "promtail",
          "fluentd",
          "fluent",
          "fluentbit",
          "filebeat",
          "metricbeat",
          "apm",
          "logstash",
          "kibana",
          "statsd",
          "graphite",
          "datadog",
          "newrelic",
          "thanos",
          "mimir",
          "cortex",
          "victoriametrics",
          "vmagent",
          "pushgateway",
          "skywalking",
          "signoz",
          "kiali",
          "pyroscope",
          "sentry",
          "telegraf",
          "seq",
          "graylog",
          "uptrace",
          "parca",
          "splunk",
          "netdata");

  /** What stands beside the name of Vector, which ships logs; elsewhere the word is of search. */
  private static final Set<String> OF_VECTOR =
      Set.of("vector", "agent", "aggregator", "log", "logs", "shipper", "collector");

  /** Images made for something else than being that software: viewers, clients, exporters. */
  private static final Set<String> BESIDE =
      Set.of(
          "exporter",
          "ui",
          "express",
          "commander",
          "admin",
          "client",
          "operator",
          "backup",
          "init",
          "migrate",
          "migration",
          "migrations",
          "connect",
          "connector",
          "consumer",
          "producer",
          "manager",
          "registry",
          "rest",
          "schema",
          "adminer",
          "web",
          "api",
          "service",
          "worker",
          "setup",
          "tools",
          "cli",
          "insight",
          "dashboards",
          "generator",
          "importer");

  private static final Map<Integer, EdgeClass> PORTS =
      Map.ofEntries(
          Map.entry(5432, EdgeClass.STORE),
          Map.entry(3306, EdgeClass.STORE),
          Map.entry(6379, EdgeClass.STORE),
          Map.entry(27017, EdgeClass.STORE),
          Map.entry(9042, EdgeClass.STORE),
          Map.entry(11211, EdgeClass.STORE),
          Map.entry(1433, EdgeClass.STORE),
          Map.entry(1521, EdgeClass.STORE),
          Map.entry(26257, EdgeClass.STORE),
          Map.entry(9200, EdgeClass.STORE),
          Map.entry(7687, EdgeClass.STORE),
          Map.entry(5984, EdgeClass.STORE),
          Map.entry(2379, EdgeClass.STORE),
          Map.entry(5672, EdgeClass.MESSAGING),
          Map.entry(5671, EdgeClass.MESSAGING),
          Map.entry(9092, EdgeClass.MESSAGING),
          Map.entry(4222, EdgeClass.MESSAGING),
          Map.entry(61616, EdgeClass.MESSAGING),
          Map.entry(6650, EdgeClass.MESSAGING),
          Map.entry(1883, EdgeClass.MESSAGING),
          Map.entry(2181, EdgeClass.MESSAGING),
          Map.entry(4317, EdgeClass.TELEMETRY),
          Map.entry(4318, EdgeClass.TELEMETRY),
          Map.entry(9411, EdgeClass.TELEMETRY),
          Map.entry(14268, EdgeClass.TELEMETRY),
          Map.entry(14250, EdgeClass.TELEMETRY),
          Map.entry(8125, EdgeClass.TELEMETRY),
          Map.entry(24224, EdgeClass.TELEMETRY));

  private KnownSoftware() {}

  static Optional<EdgeClass> byPort(int port) {
    return Optional.ofNullable(PORTS.get(port));
  }

  /** By an image reference: only its last path segment counts, without tag and digest. */
  static Optional<EdgeClass> byImage(String image) {
    int digest = image.indexOf('@');
    var bare = digest < 0 ? image : image.substring(0, digest);
    bare = bare.substring(bare.lastIndexOf('/') + 1);
    int tag = bare.indexOf(':');
    return byName(tag < 0 ? bare : bare.substring(0, tag));
  }

  /** By a name of several words, such as {@code orders-postgresql}. */
  static Optional<EdgeClass> byName(String name) {
    var words = List.of(name.toLowerCase(java.util.Locale.ROOT).split("[-_.]"));
    if (words.stream().anyMatch(BESIDE::contains)) {
      return words.stream().anyMatch(TELEMETRY::contains)
          ? Optional.of(EdgeClass.TELEMETRY)
          : Optional.empty();
    }
    if (words.stream().anyMatch(TELEMETRY::contains)
        || (words.contains("vector") && OF_VECTOR.containsAll(words))) {
      return Optional.of(EdgeClass.TELEMETRY);
    }
    if (words.stream().anyMatch(BROKERS::contains)) {
      return Optional.of(EdgeClass.MESSAGING);
    }
    return words.stream().anyMatch(STORES::contains)
        ? Optional.of(EdgeClass.STORE)
        : Optional.empty();
  }
}
