package dev.faultline.evidence;

import dev.faultline.model.NamedHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds hosts in any text: in URLs, before a port, and by their full name. One pass, no
 * backtracking: what a stranger wrote cannot make it slow.
 */
final class HostScanner {

  /** What is longer is not looked at to its end: a ConfigMap holds at most a mebibyte. */
  static final int LONGEST_TEXT = 1 << 20;

  private static final int MOST_MENTIONS = 2_000;
  private static final int LARGEST_PORT = 65_535;

  /** Schemes whose authority is a bucket, a file, an image or a trust domain, not a host. */
  private static final Set<String> HOSTLESS =
      Set.of(
          "s3",
          "s3a",
          "s3n",
          "gs",
          "gcs",
          "abfs",
          "abfss",
          "wasb",
          "wasbs",
          "file",
          "unix",
          "docker",
          "docker-image",
          "oci",
          "spiffe",
          "classpath",
          "jar",
          "urn",
          "data",
          "arn",
          "package",
          "npm",
          "sqlite",
          "mem",
          "memory",
          "inmemory",
          "vault",
          "ssm",
          "env");

  /** Schemes of name resolvers, where the host stands in the path: {@code dns:///host:port}. */
  private static final Set<String> RESOLVERS =
      Set.of("dns", "xds", "passthrough", "kubernetes", "k8s", "consul", "discovery", "static");

  private final String text;
  private final int end;
  private final List<Mention> found = new ArrayList<>();
  private int at;

  private HostScanner(String text) {
    this.text = text;
    this.end = Math.min(text.length(), LONGEST_TEXT);
  }

  static List<Mention> scan(String text) {
    // Most values are words and numbers: without one of these signs no form fits.
    boolean possible = text.indexOf(':') >= 0 || text.indexOf('.') >= 0 || text.indexOf('(') >= 0;
    return !possible ? List.of() : new HostScanner(text).scan();
  }

  private List<Mention> scan() {
    while (at < end && found.size() < MOST_MENTIONS) {
      if (!HostName.isNameCharacter(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      at = nameEnd(start);
      if (text.startsWith("://", at)) {
        url(text.substring(start, at).toLowerCase(Locale.ROOT));
      } else if (!continues(start)) {
        alone(start);
      }
    }
    return found;
  }

  /** Whether the name is the end of something longer: a path, an image, half a placeholder. */
  private boolean continues(int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    if (before == '/') {
      return start < 2 || text.charAt(start - 2) != '/';
    }
    return before == '$'
        || before == '{'
        || before == '}'
        || before == '%'
        || before == Placeholders.GAP;
  }

  private void alone(int start) {
    int nameEnd = at;
    int portEnd = portEnd(nameEnd);
    if (portEnd > nameEnd) {
      at = portEnd;
      if (portEnd < end && text.charAt(portEnd) == '@') {
        return; // user:1234@host
      }
      add(start, nameEnd, portEnd, Optional.empty(), Mention.Form.HOST_PORT);
    } else if (gapFollows(nameEnd)) {
      at = nameEnd + 2;
      add(start, nameEnd, nameEnd, Optional.empty(), Mention.Form.UNKNOWN_PORT);
    } else if (bracketEnd(nameEnd) > nameEnd) {
      at = bracketEnd(nameEnd);
      add(start, nameEnd, at - 1, Optional.empty(), Mention.Form.HOST_PORT);
    } else if (nameEnd < end && (text.charAt(nameEnd) == '@' || text.charAt(nameEnd) == '$')) {
      return;
    } else if (HostName.isQualified(text.substring(start, nameEnd).toLowerCase(Locale.ROOT))) {
      add(start, nameEnd, nameEnd, Optional.empty(), Mention.Form.QUALIFIED);
    }
  }

  private void url(String scheme) {
    int from = at + 3;
    if (from < end && text.charAt(from) == '/' && RESOLVERS.contains(scheme)) {
      from++;
    }
    int authorityEnd = from;
    int hosts = from;
    while (authorityEnd < end && !endsAuthority(text.charAt(authorityEnd))) {
      if (text.charAt(authorityEnd) == '@') {
        hosts = authorityEnd + 1;
      }
      authorityEnd++;
    }
    if (HOSTLESS.contains(scheme) && !isServed(scheme, hosts, authorityEnd)) {
      skipPath(authorityEnd);
      return;
    }
    at = hosts;
    boolean more = true;
    for (boolean first = true; more && found.size() < MOST_MENTIONS; first = false) {
      more = listed(scheme, first, authorityEnd);
    }
  }

  /** A bucket has no port and is no Service: what has one is the store that is asked for it. */
  private boolean isServed(String scheme, int hosts, int authorityEnd) {
    int nameEnd = Math.min(nameEnd(hosts), authorityEnd);
    return scheme.startsWith("s3")
        && (portEnd(nameEnd) > nameEnd || text.substring(hosts, nameEnd).contains(".svc"));
  }

  private void skipPath(int from) {
    at = from;
    while (at < end && text.charAt(at) > ' ' && !isQuote(text.charAt(at))) {
      at++;
    }
  }

  /** One host of an authority; whether another follows behind a comma. */
  private boolean listed(String scheme, boolean first, int authorityEnd) {
    int start = at;
    int nameEnd = Math.min(nameEnd(start), authorityEnd);
    int portEnd = portEnd(nameEnd);
    boolean port = portEnd > nameEnd;
    if (first && gapFollows(nameEnd)) {
      at = nameEnd + 2;
      add(start, nameEnd, nameEnd, Optional.of(scheme), Mention.Form.URL);
      return false;
    }
    if (!port && text.startsWith(":", nameEnd)) {
      at = first ? nameEnd : start; // half a port, or the next URL of a list
      return false;
    }
    at = Math.max(portEnd, nameEnd);
    boolean whole = at >= end || text.charAt(at) == ',' || endsHost(text.charAt(at));
    if (whole && (first || port || !scheme.startsWith("http"))) {
      add(start, nameEnd, portEnd, Optional.of(scheme), Mention.Form.URL);
    }
    if (at < authorityEnd && text.charAt(at) == ',') {
      at++;
      return true;
    }
    return false;
  }

  private void add(
      int start, int nameEnd, int portEnd, Optional<String> scheme, Mention.Form form) {
    var port = portEnd > nameEnd ? OptionalInt.of(port(nameEnd + 1, portEnd)) : OptionalInt.empty();
    HostName.normal(text.substring(start, nameEnd))
        .ifPresent(host -> found.add(new Mention(new NamedHost(host, port, scheme), form)));
  }

  /** {@code host:$(PORT)}. */
  private boolean gapFollows(int from) {
    return from + 1 < end && text.charAt(from) == ':' && text.charAt(from + 1) == Placeholders.GAP;
  }

  /** Where {@code host(1414)} ends, as IBM MQ writes it; {@code from} if it is not one. */
  private int bracketEnd(int from) {
    if (from >= end || text.charAt(from) != '(') {
      return from;
    }
    int i = from + 1;
    while (i < end && i < from + 6 && HostName.isDigit(text.charAt(i))) {
      i++;
    }
    boolean number = i - from - 1 >= 4 && i < end && text.charAt(i) == ')';
    return number && port(from + 1, i) <= LARGEST_PORT ? i + 1 : from;
  }

  private int port(int from, int until) {
    return Integer.parseInt(text.substring(from, until));
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < end && HostName.isNameCharacter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the port ends that begins with the colon at {@code from}; {@code from} without one. */
  private int portEnd(int from) {
    if (from >= end || text.charAt(from) != ':') {
      return from;
    }
    int i = from + 1;
    int port = 0;
    while (i < end && HostName.isDigit(text.charAt(i)) && port <= LARGEST_PORT) {
      port = port * 10 + (text.charAt(i) - '0');
      i++;
    }
    return port > 0 && port <= LARGEST_PORT && !goesOn(i) ? i : from;
  }

  /** Whether digits are only the beginning of something else: a version, a time, a name. */
  private boolean goesOn(int i) {
    if (i >= end) {
      return false;
    }
    char c = text.charAt(i);
    if (c == '.') {
      return i + 1 < end && HostName.isNameCharacter(text.charAt(i + 1));
    }
    return HostName.isNameCharacter(c);
  }

  private static boolean endsAuthority(char c) {
    return c <= ' ' || isQuote(c) || "/?#<>\\".indexOf(c) >= 0;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean endsHost(char c) {
    return endsAuthority(c) || ")];|&}".indexOf(c) >= 0;
  }
}
