package dev.faultline.evidence;

import dev.faultline.model.NamedHost;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the words of a command say: {@code --payment-addr=payment:80}, {@code --db-host db}, {@code
 * nc -z db 5432}.
 */
final class CommandWords {

  /** Programs whose argument is a host followed by a port. */
  private static final Set<String> HOST_AND_PORT = Set.of("nc", "ncat", "netcat", "telnet");

  /** Programs whose argument is a host or a URL, be it without scheme. */
  private static final Set<String> HOST = Set.of("curl", "wget", "nslookup", "ping", "dig", "http");

  /** Programs that take their host behind {@code -h}. */
  private static final Set<String> DASH_H =
      Set.of(
          "psql",
          "pg_isready",
          "pg_dump",
          "pg_restore",
          "createdb",
          "mysql",
          "mysqladmin",
          "mysqldump",
          "mariadb",
          "mariadb-admin",
          "redis-cli",
          "valkey-cli",
          "ldapsearch",
          "rabbitmqadmin",
          "influx");

  /** Short flags of these programs that stand alone. */
  private static final String SWITCHES = "sSfkLvqgIi46-";

  private final List<String> words;
  private final String place;
  private final List<Setting> flags = new ArrayList<>();
  private final List<Finding> found = new ArrayList<>();

  private CommandWords(List<String> words, String place) {
    this.words = words;
    this.place = place;
  }

  static List<Finding> read(List<String> words, String place) {
    return new CommandWords(words, place).read();
  }

  private List<Finding> read() {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.startsWith("-")) {
        flag(i);
      } else {
        positional(i, word);
      }
    }
    found.addAll(SettingGroup.read(flags, SettingGroup.Bare.PASSED_OVER));
    return found;
  }

  private void flag(int i) {
    var word = words.get(i);
    int equals = word.indexOf('=');
    if (equals > 0) {
      flags.add(new Setting(word.substring(0, equals), word.substring(equals + 1)));
    } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
      flags.add(new Setting(word, words.get(i + 1)));
    }
  }

  private void positional(int i, String word) {
    int equals = word.indexOf('=');
    if (equals > 0 && word.indexOf("://") < 0) {
      flags.add(new Setting(word.substring(0, equals), word.substring(equals + 1)));
      return;
    }
    if (i == 0 || !words.get(i - 1).startsWith("-") || words.get(i - 1).indexOf('=') > 0) {
      flags.add(new Setting(place, word));
    }
    var program = word.substring(word.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (HOST_AND_PORT.contains(program)) {
      hostAndPort(i + 1);
    } else if (program.equals("hosts") && i > 0 && words.get(i - 1).equals("getent")) {
      host(i + 1);
    } else if (HOST.contains(program)) {
      host(i + 1);
    } else if (DASH_H.contains(program)) {
      behindDashH(i + 1);
    }
  }

  private void hostAndPort(int from) {
    for (int i = from; i + 1 < Math.min(words.size(), from + 8); i++) {
      var host = HostName.normal(words.get(i));
      var port = words.get(i + 1);
      boolean number = port.length() <= 5 && port.chars().allMatch(HostName::isAsciiDigit);
      if (host.isPresent() && !words.get(i).startsWith("-") && number && !port.isEmpty()) {
        add(host.get(), OptionalInt.of(Integer.parseInt(port)), Strength.STRONG);
        return;
      }
    }
  }

  private void host(int from) {
    for (int i = from; i < Math.min(words.size(), from + 10); i++) {
      var word = words.get(i);
      if (word.startsWith("-") || word.indexOf(':') >= 0 || isValueOf(words.get(i - 1))) {
        continue;
      }
      int slash = word.indexOf('/');
      var host = HostName.normal(slash > 0 ? word.substring(0, slash) : word);
      if (host.isPresent()) {
        add(host.get(), OptionalInt.empty(), Strength.FIRM);
        return;
      }
    }
  }

  /** Whether what follows the flag belongs to it: {@code -X POST}, but not {@code -s payment}. */
  private static boolean isValueOf(String flag) {
    return flag.length() == 2 && flag.charAt(0) == '-' && SWITCHES.indexOf(flag.charAt(1)) < 0;
  }

  private void behindDashH(int from) {
    for (int i = from; i < Math.min(words.size(), from + 12); i++) {
      var word = words.get(i);
      Optional<String> written = Optional.empty();
      if (word.equals("-h") && i + 1 < words.size()) {
        written = Optional.of(words.get(i + 1));
      } else if (word.startsWith("-h") && word.length() > 2) {
        written = Optional.of(word.substring(2));
      }
      written
          .flatMap(HostName::normal)
          .ifPresent(host -> add(host, OptionalInt.empty(), Strength.FIRM));
    }
  }

  private void add(String host, OptionalInt port, Strength strength) {
    found.add(Finding.of(place, new NamedHost(host, port, Optional.empty()), strength));
  }
}
