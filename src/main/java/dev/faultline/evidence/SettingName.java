package dev.faultline.evidence;

import dev.faultline.model.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a setting, taken apart into words, and what the words say about its value: {@code
 * PAYMENT_ADDR} and {@code payment.client.baseUrl} speak of addresses, {@code POSTGRES_DB} does
 * not.
 */
public final class SettingName {

  /** What a value under this name is. */
  enum Nature {
    /** An address: even a bare word is a host. */
    ADDRESS,
    /** A number to go with a host. */
    PORT,
    /** A database, a user, a topic, a kind: a word that may look like a Service and is none. */
    LABEL,
    /** Hosts that are let through, advertised or returned to: named, not called. */
    NOT_CALLED,
    /** A container image, whose tag looks like a port. */
    IMAGE,
    /** A password or the like: its words are not looked at. */
    SECRET,
    /** The name says nothing. */
    OTHER
  }

  private static final int LONGEST = 512;

  private static final Set<String> ADDRESS_WORDS =
      Set.of(
          "host",
          "hosts",
          "hostname",
          "hostnames",
          "addr",
          "addrs",
          "address",
          "addresses",
          "url",
          "urls",
          "uri",
          "uris",
          "endpoint",
          "endpoints",
          "server",
          "servers",
          "broker",
          "brokers",
          "bootstrap",
          "upstream",
          "upstreams",
          "target",
          "targets",
          "backend",
          "backends",
          "peer",
          "peers",
          "seed",
          "seeds",
          "nodes",
          "dsn",
          "svc",
          "service",
          "services",
          "api",
          "gateway",
          "proxy",
          "master",
          "sentinel",
          "sentinels",
          "remote",
          "destination",
          "baseurl",
          "contactpoints",
          "nameserver",
          "zookeeper",
          "connection",
          "connections",
          "conn");
  private static final List<String> ADDRESS_ENDINGS =
      List.of("host", "url", "uri", "addr", "hostname", "endpoint", "servers", "brokers");
  private static final Set<String> GROUP_WORDS =
      Set.of(
          "hosts",
          "addresses",
          "urls",
          "uris",
          "url",
          "uri",
          "endpoints",
          "servers",
          "brokers",
          "upstreams",
          "services",
          "bootstrap",
          "contactpoints",
          "backends");
  private static final Set<String> LABEL_WORDS =
      Set.of(
          "name",
          "names",
          "user",
          "username",
          "database",
          "databases",
          "db",
          "dbname",
          "schema",
          "topic",
          "topics",
          "queue",
          "queues",
          "bucket",
          "index",
          "table",
          "group",
          "id",
          "ids",
          "profile",
          "profiles",
          "env",
          "environment",
          "version",
          "tag",
          "level",
          "path",
          "prefix",
          "suffix",
          "namespace",
          "realm",
          "role",
          "label",
          "labels",
          "app",
          "title",
          "class",
          "dialect",
          "platform",
          "provider",
          "engine",
          "exchange",
          "vhost",
          "collection",
          "keyspace",
          "stream",
          "channel",
          "subject",
          "format",
          "region",
          "type",
          "mode",
          "driver",
          "kind",
          "scheme",
          "protocol",
          "language",
          "locale",
          "description",
          "message",
          "file",
          "dir",
          "directory",
          "enabled",
          "disabled",
          "job",
          "component",
          "team",
          "owner",
          "cluster",
          "audience");
  private static final Set<String> NOT_CALLED_WORDS =
      Set.of(
          "cors",
          "origin",
          "origins",
          "allowed",
          "noproxy",
          "nonproxyhosts",
          "whitelist",
          "allowlist",
          "blacklist",
          "denylist",
          "trusted",
          "exclude",
          "excluded",
          "excludes",
          "ignore",
          "ignored",
          "skip",
          "bypass",
          "redirect",
          "redirects",
          "callback",
          "advertised",
          "listen",
          "listener",
          "listeners",
          "bind",
          "sans",
          "dnsnames",
          "referer",
          "referrer");
  private static final Set<String> SECRET_WORDS = Set.of("pass", "pw", "pin", "salt", "auth");
  private static final Set<String> TELEMETRY_WORDS =
      Set.of(
          "otel",
          "otlp",
          "opentelemetry",
          "jaeger",
          "zipkin",
          "tracing",
          "trace",
          "traces",
          "statsd",
          "apm",
          "pushgateway",
          "loki",
          "fluentd",
          "fluentbit",
          "datadog",
          "newrelic",
          "prometheus",
          "sentry",
          "telemetry");

  private final String text;
  private final List<String> words;

  private SettingName(String text, List<String> words) {
    this.text = text;
    this.words = words;
  }

  public static SettingName of(String text) {
    var bounded = text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text;
    return new SettingName(bounded, split(bounded));
  }

  /** Whether the name speaks of traces, metrics or logs. */
  public boolean speaksOfTelemetry() {
    return words.stream().anyMatch(TELEMETRY_WORDS::contains);
  }

  /** The words in lower case, without numbers standing alone. */
  public List<String> words() {
    return words;
  }

  Nature nature() {
    if (words.isEmpty()) {
      return Nature.OTHER;
    }
    var last = words.getLast();
    var before = words.size() > 1 ? words.get(words.size() - 2) : "";
    if (isNotCalled()) {
      return Nature.NOT_CALLED;
    }
    if (last.equals("image") || last.equals("images") || before.equals("image")) {
      return Nature.IMAGE;
    }
    if (last.equals("port") || (before.equals("port") && last.equals("value"))) {
      return Nature.PORT;
    }
    if (isAddress(last) || (before.equals("host") && last.equals("name"))) {
      return Nature.ADDRESS;
    }
    if (Redaction.isSecretName(text) || SECRET_WORDS.contains(last)) {
      return Nature.SECRET;
    }
    if (LABEL_WORDS.contains(last)) {
      return Nature.LABEL;
    }
    return words.stream().anyMatch(GROUP_WORDS::contains) ? Nature.ADDRESS : Nature.OTHER;
  }

  /** What the name of a host and that of its port begin with: {@code db.} of {@code db.host}. */
  String group() {
    int end = words.size();
    if (end > 1 && (words.getLast().equals("value") || words.getLast().equals("name"))) {
      end--;
    }
    return end == 0 ? "" : beforeWord(words.get(end - 1));
  }

  /** Whether all words of the value stand in the name: {@code REDIS_CACHE} for redis-cache. */
  boolean contains(SettingName value) {
    return !value.words.isEmpty() && words.containsAll(value.words);
  }

  private String beforeWord(String word) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.max(0, lower.lastIndexOf(word)));
  }

  private boolean isNotCalled() {
    for (int i = 0; i < words.size(); i++) {
      if (NOT_CALLED_WORDS.contains(words.get(i))
          || (words.get(i).equals("no") && i + 1 < words.size() && words.get(i + 1).equals("proxy"))
          || (words.get(i).equals("non") && i + 1 < words.size())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddress(String word) {
    return ADDRESS_WORDS.contains(word)
        || (word.length() > 4 && ADDRESS_ENDINGS.stream().anyMatch(word::endsWith));
  }

  private static List<String> split(String text) {
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      boolean hump =
          inside
              && start >= 0
              && Character.isUpperCase(text.charAt(i))
              && (Character.isLowerCase(text.charAt(i - 1))
                  || (i + 1 < text.length()
                      && Character.isUpperCase(text.charAt(i - 1))
                      && Character.isLowerCase(text.charAt(i + 1))));
      if (start >= 0 && (!inside || hump)) {
        add(words, text.substring(start, i));
        start = -1;
      }
      if (inside && start < 0) {
        start = i;
      }
    }
    return List.copyOf(words);
  }

  private static void add(List<String> words, String word) {
    if (!word.chars().allMatch(Character::isDigit)) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
  }
}
