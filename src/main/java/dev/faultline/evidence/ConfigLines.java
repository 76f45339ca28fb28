package dev.faultline.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
          "addr",
          "reverse_proxy",
          "proxypass",
          "balancermember",
          "forward",
          "connect");

  /** Directives whose hosts are this one's own names, or sent to whoever asks. */
  private static final Set<String> NOT_CALLING =
      Set.of(
          "server_name",
          "servername",
          "serveralias",
          "return",
          "rewrite",
          "redir",
          "redirect",
          "redirectmatch",
          "redirectpermanent",
          "http-request",
          "header",
          "add_header",
          "more_set_headers",
          "proxy_set_header",
          "proxy_redirect",
          "proxypassreverse",
          "sub_filter",
          "valid_referers",
          "allow_origin");

  /** Words that take a server out of its group. */
  private static final Set<String> IDLE = Set.of("disabled", "down");

  private final List<Setting> settings = new ArrayList<>();
  private final List<Finding> doubted = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private String section = "";
  private int tables;

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
      doubted.addAll(Finding.inComment(line));
      return;
    }
    if (line.startsWith("[") && line.endsWith("]")) {
      // A table of a list, [[server]], is another one each time.
      var name = Setting.bounded(line.substring(1, line.length() - 1));
      section = name + (line.startsWith("[[") ? ++tables : "") + ".";
      return;
    }
    element(line)
        .or(() -> call(line))
        .or(() -> assignment(line))
        .or(() -> directive(line))
        .ifPresent(setting -> settings.add(new Setting(section + setting.name(), setting.value())));
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
    boolean arrow = line.startsWith("=>", sign) || line.startsWith(":=", sign);
    return Optional.of(
        new Setting(
            unquoted(name.startsWith("export ") ? name.substring(7) : name),
            unquoted(line.substring(sign + (arrow ? 2 : 1)).strip())));
  }

  /** {@code define('DB_HOST', 'db');} and what is called alike with a name and a value. */
  private static Optional<Setting> call(String line) {
    int bracket = line.indexOf('(');
    if (bracket <= 0 || bracket + 1 >= line.length() || !isQuote(line.charAt(bracket + 1))) {
      return Optional.empty();
    }
    int end = line.indexOf(line.charAt(bracket + 1), bracket + 2);
    int comma = end < 0 ? -1 : end + 1;
    boolean named = comma > 0 && comma < line.length() && line.charAt(comma) == ',';
    return named && line.chars().limit(bracket).allMatch(c -> isNameCharacter((char) c))
        ? Optional.of(
            new Setting(
                line.substring(bracket + 2, end),
                Words.of(line.substring(comma + 1), " \t'\");").stream().findFirst().orElse("")))
        : Optional.empty();
  }

  private Optional<Setting> directive(String line) {
    int blank = line.indexOf(' ');
    var first = (blank < 0 ? line : line.substring(0, blank)).toLowerCase(Locale.ROOT);
    var rest = blank < 0 ? "" : line.substring(blank + 1).strip();
    if (first.equals("upstream") && rest.endsWith("{")) {
      HostName.normal(rest.substring(0, rest.length() - 1).strip()).ifPresent(defined::add);
      return Optional.empty();
    }
    if (NOT_CALLING.contains(first)) {
      doubt(first, rest, Doubt.NOT_CALLED);
      return Optional.empty();
    }
    if (!DIRECTIVES.contains(first)) {
      return Optional.of(new Setting("", line));
    }
    if (Words.of(rest, " \t;").stream().skip(1).anyMatch(IDLE::contains)) {
      doubt(first, rest, Doubt.SWITCHED_OFF_THERE);
      return Optional.empty();
    }
    return Optional.of(
        HostScanner.scan(rest).isEmpty() ? bare(first, rest) : new Setting(first, rest));
  }

  private void doubt(String place, String text, String reason) {
    HostScanner.scan(text).stream()
        .map(mention -> Finding.weak(place, mention.host(), reason))
        .forEach(doubted::add);
  }

  private static Setting bare(String directive, String rest) {
    int end = rest.indexOf(' ');
    var argument = end < 0 ? rest : rest.substring(0, end);
    var bare = argument.endsWith(";") ? argument.substring(0, argument.length() - 1) : argument;
    return HostName.normal(bare).isPresent()
        ? new Setting(directive.endsWith("_pass") ? directive + ".host" : directive, bare)
        : new Setting(directive, rest);
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
