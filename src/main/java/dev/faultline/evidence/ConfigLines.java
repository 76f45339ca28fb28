package dev.faultline.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text file read line by line: properties, env files, INI, TOML, XML, nginx and the like. A
 * line's first word is taken for the setting's name.
 */
final class ConfigLines {

  private static final int MOST_LINES = 50_000;
  private static final int LONGEST_NAME = 200;

  /** Directives of web servers and proxies whose first argument is a host. */
  private static final Set<String> DIRECTIVES =
      Set.of(
          "server",
          "proxy_pass",
          "grpc_pass",
          "fastcgi_pass",
          "uwsgi_pass",
          "scgi_pass",
          "memcached_pass",
          "redis_pass",
          "host",
          "address",
          "replicaof",
          "slaveof",
          "addr");

  private final List<Setting> settings = new ArrayList<>();
  private final List<Finding> doubted = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private String section = "";

  private ConfigLines() {}

  static List<Finding> read(String text) {
    var lines = new ConfigLines();
    text.lines().limit(MOST_LINES).map(String::strip).forEach(lines::line);
    var found = new ArrayList<Finding>();
    SettingGroup.read(lines.settings, SettingGroup.Bare.PASSED_OVER).stream()
        .filter(finding -> !lines.isDefinedHere(finding))
        .forEach(found::add);
    found.addAll(lines.doubted);
    return found;
  }

  private void line(String line) {
    if (line.isEmpty()) {
      return;
    }
    if (isComment(line)) {
      HostScanner.scan(line).stream()
          .map(mention -> Finding.weak("comment", mention.host(), "stands in a comment"))
          .forEach(doubted::add);
      return;
    }
    if (line.startsWith("[") && line.endsWith("]")) {
      section = line.substring(1, line.length() - 1) + ".";
      return;
    }
    var setting = element(line).or(() -> assignment(line)).orElseGet(() -> directive(line));
    settings.add(new Setting(section + setting.name(), setting.value()));
  }

  /** {@code upstream api} of nginx names a group of servers, not a host. */
  private boolean isDefinedHere(Finding finding) {
    return finding.host().port().isEmpty() && defined.contains(finding.host().host());
  }

  private static boolean isComment(String line) {
    return line.startsWith("#")
        || line.startsWith("//")
        || line.startsWith(";")
        || line.startsWith("<!--")
        || line.startsWith("--");
  }

  /** {@code <host>db</host>}. */
  private static Optional<Setting> element(String line) {
    int open = line.indexOf('>');
    int close = line.lastIndexOf("</");
    if (line.charAt(0) != '<' || open < 2 || close < open) {
      return Optional.empty();
    }
    var tag = line.substring(1, open);
    int blank = tag.indexOf(' ');
    return Optional.of(
        new Setting(blank < 0 ? tag : tag.substring(0, blank), line.substring(open + 1, close)));
  }

  /** {@code name = value} and {@code name: value}. */
  private static Optional<Setting> assignment(String line) {
    int i = 0;
    int most = Math.min(line.length(), LONGEST_NAME);
    while (i < most && isNameCharacter(line.charAt(i))) {
      i++;
    }
    int sign = i;
    while (sign < most && line.charAt(sign) == ' ') {
      sign++;
    }
    boolean assigned =
        i > 0 && sign < most && (line.charAt(sign) == '=' || line.charAt(sign) == ':');
    if (!assigned || line.startsWith("://", sign)) {
      return Optional.empty();
    }
    var name = line.substring(0, i);
    return Optional.of(
        new Setting(
            unquoted(name.startsWith("export ") ? name.substring(7) : name),
            unquoted(line.substring(sign + 1).strip())));
  }

  private Setting directive(String line) {
    int blank = line.indexOf(' ');
    var first = blank < 0 ? line : line.substring(0, blank);
    var rest = blank < 0 ? "" : line.substring(blank + 1).strip();
    if (first.equals("upstream") && rest.endsWith("{")) {
      HostName.normal(rest.substring(0, rest.length() - 1).strip()).ifPresent(defined::add);
      return new Setting("", "");
    }
    if (DIRECTIVES.contains(first)) {
      int end = rest.indexOf(' ');
      var argument = end < 0 ? rest : rest.substring(0, end);
      var bare = argument.endsWith(";") ? argument.substring(0, argument.length() - 1) : argument;
      return HostName.normal(bare).isPresent()
          ? new Setting(first.endsWith("_pass") ? first + ".host" : first, bare)
          : new Setting(first, rest);
    }
    return new Setting("", line);
  }

  private static boolean isNameCharacter(char c) {
    return HostName.isNameCharacter(c) || c == '"' || c == '\'' || c == '[' || c == ']';
  }

  private static String unquoted(String text) {
    int end = text.length();
    if (end > 0 && (text.charAt(end - 1) == ';' || text.charAt(end - 1) == ',')) {
      end--;
    }
    int start = 0;
    while (start < end && isQuote(text.charAt(start)) && isQuote(text.charAt(end - 1))) {
      start++;
      end--;
    }
    return text.substring(Math.min(start, end), end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
