package dev.faultline.evidence;

import dev.faultline.model.NamedHost;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Settings that belong together (the environment of a container, one file) and the hosts that they
 * name. Read together, as a host may have its port, and its switch, in a setting beside it.
 */
final class SettingGroup {

  private static final int MOST_SETTINGS = 20_000;
  private static final int MOST_PARTS = 64;
  private static final int LONGEST_LIST = 4_096;
  private static final Set<String> EMPTY_WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "none", "null");

  /** Whether bare words under names that say nothing are worth a weak mention. */
  enum Bare {
    MENTIONED,
    PASSED_OVER,
    /** The settings are the pairs inside one value, which are not taken apart again. */
    INSIDE_A_VALUE
  }

  private final List<Setting> settings;
  private final List<SettingName> names = new ArrayList<>();
  private final Bare bare;
  private final Map<String, Integer> ports = new HashMap<>();
  private final Set<String> clients = new HashSet<>();
  private final Switches switches;

  private SettingGroup(List<Setting> settings, Bare bare) {
    this.settings = settings.subList(0, Math.min(settings.size(), MOST_SETTINGS));
    this.bare = bare;
    this.switches = new Switches(this.settings);
    for (Setting setting : this.settings) {
      var name = SettingName.of(setting.name());
      names.add(name);
      if (setting.name().indexOf("].redirect") > 0) {
        clients.add(entry(setting.name().substring(0, setting.name().indexOf("].redirect") + 2)));
      }
      if (name.nature() == SettingName.Nature.PORT) {
        port(setting.value()).ifPresent(port -> ports.putIfAbsent(name.group(), port));
      }
    }
  }

  static List<Finding> read(List<Setting> settings, Bare bare) {
    return settings.isEmpty() ? List.of() : new SettingGroup(settings, bare).read();
  }

  private List<Finding> read() {
    var found = new ArrayList<Finding>();
    for (int i = 0; i < settings.size(); i++) {
      var setting = settings.get(i);
      var name = names.get(i);
      var doubt =
          switches
              .off(name)
              .map(Doubt::switchedOffBy)
              .or(() -> Optional.of(Doubt.NOT_CALLED).filter(d -> isOfAClient(setting)));
      for (Finding finding : read(setting, name)) {
        found.add(doubt.map(finding::doubted).orElse(finding));
      }
    }
    return found;
  }

  /** Whether it describes who may log in: an entry of a list that also says where to go back to. */
  private boolean isOfAClient(Setting setting) {
    return !clients.isEmpty() && clients.contains(entry(setting.name()));
  }

  private static String entry(String path) {
    int bracket = path.lastIndexOf("].");
    return bracket < 0 ? path : path.substring(0, bracket + 2);
  }

  private List<Finding> read(Setting setting, SettingName name) {
    var nature = name.nature();
    var found = new LinkedHashMap<String, Finding>();
    var pairs = bare == Bare.INSIDE_A_VALUE ? List.<Setting>of() : InnerPairs.of(setting.value());
    for (Mention mention : HostScanner.scan(withoutSecrets(setting.value(), pairs))) {
      addressed(setting.name(), mention, nature)
          .ifPresent(finding -> found.putIfAbsent(key(finding.host()), finding));
    }
    for (Finding one : read(pairs, Bare.INSIDE_A_VALUE)) {
      var inner = nature == SettingName.Nature.NOT_CALLED ? one.doubted(Doubt.NOT_CALLED) : one;
      found.putIfAbsent(key(inner.host()), inner.at(setting.name()));
    }
    return found.isEmpty() ? bareWords(setting, name, nature) : List.copyOf(found.values());
  }

  /** Passwords inside a connection string may look like hosts, and must not be kept. */
  private static String withoutSecrets(String value, List<Setting> pairs) {
    var clean = value;
    for (Setting pair : pairs) {
      boolean secret = SettingName.of(pair.name()).nature() == SettingName.Nature.SECRET;
      if (secret && !pair.value().isEmpty()) {
        clean = clean.replace(pair.value(), String.valueOf(Placeholders.GAP));
      }
    }
    return clean;
  }

  /** One host is worth one finding a port, in a value that may say it more than once. */
  private static String key(NamedHost host) {
    return host.host() + ":" + host.port().orElse(0);
  }

  private static Optional<Finding> addressed(
      String place, Mention mention, SettingName.Nature nature) {
    boolean whole = mention.form() == Mention.Form.URL || mention.form() == Mention.Form.HOST_PORT;
    var strength = whole ? Strength.STRONG : Strength.FIRM;
    if (mention.form() == Mention.Form.UNKNOWN_PORT && nature != SettingName.Nature.ADDRESS) {
      return Optional.of(Finding.weak(place, mention.host(), Doubt.UNKNOWN_AFTER_COLON));
    }
    return switch (nature) {
      case NOT_CALLED -> Optional.of(Finding.weak(place, mention.host(), Doubt.NOT_CALLED));
      case IMAGE -> Optional.empty();
      case SECRET ->
          mention.form() == Mention.Form.HOST_PORT
              ? Optional.empty()
              : Optional.of(Finding.of(place, mention.host(), strength));
      case ADDRESS, PORT, LABEL, OTHER -> Optional.of(Finding.of(place, mention.host(), strength));
    };
  }

  private List<Finding> bareWords(Setting setting, SettingName name, SettingName.Nature nature) {
    return switch (nature) {
      case ADDRESS -> list(setting, name);
      case NOT_CALLED -> single(setting, Doubt.NOT_CALLED);
      case LABEL -> single(setting, Doubt.LABEL);
      case OTHER ->
          HostName.normal(setting.value().strip())
              .filter(host -> speakOfEachOther(name, SettingName.of(host)))
              .map(host -> List.of(firm(setting, name, host)))
              .orElseGet(() -> single(setting, Doubt.BARE_WORD));
      case PORT, IMAGE, SECRET -> List.of();
    };
  }

  /** {@code REDIS_CACHE} for redis-cache, and {@code --storage} for post-storage. */
  private static boolean speakOfEachOther(SettingName name, SettingName value) {
    return name.contains(value) || value.contains(name);
  }

  private List<Finding> single(Setting setting, String doubt) {
    if (bare != Bare.MENTIONED || setting.value().length() > LONGEST_LIST) {
      return List.of();
    }
    return HostName.normal(setting.value().strip())
        .filter(host -> !EMPTY_WORDS.contains(host))
        .map(host -> List.of(Finding.weak(setting.name(), host(host, OptionalInt.empty()), doubt)))
        .orElse(List.of());
  }

  /** Hosts behind commas, semicolons, bars or blanks; words that are no hosts make it no list. */
  private List<Finding> list(Setting setting, SettingName name) {
    if (setting.value().length() > LONGEST_LIST || isProse(setting.value().strip(), name)) {
      return List.of();
    }
    var found = new ArrayList<Finding>();
    for (String part : Words.of(setting.value(), ",;| \t\n\"'[]")) {
      int slash = part.indexOf('/');
      var host = HostName.normal(slash > 0 ? part.substring(0, slash) : part);
      if (host.isEmpty() || EMPTY_WORDS.contains(host.get())) {
        continue;
      }
      if (found.size() == MOST_PARTS) {
        break;
      }
      found.add(firm(setting, name, host.get()));
    }
    return found;
  }

  /** Several words are a list only behind commas, or under a plural. */
  private static boolean isProse(String value, SettingName name) {
    boolean blank = value.indexOf(' ') >= 0 || value.indexOf('\n') >= 0;
    boolean listed = value.indexOf(',') >= 0 || value.indexOf(';') >= 0;
    return blank && !listed && !name.words().getLast().endsWith("s");
  }

  private Finding firm(Setting setting, SettingName name, String host) {
    var port = ports.get(name.group());
    return port == null
        ? Finding.of(setting.name(), host(host, OptionalInt.empty()), Strength.FIRM)
        : Finding.of(setting.name(), host(host, OptionalInt.of(port)), Strength.STRONG);
  }

  private static NamedHost host(String host, OptionalInt port) {
    return new NamedHost(host, port, Optional.empty());
  }

  private static Optional<Integer> port(String value) {
    var digits = value.strip();
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 5
            && digits.chars().allMatch(HostName::isAsciiDigit);
    return number
        ? Optional.of(Integer.parseInt(digits)).filter(p -> p > 0 && p <= 65_535)
        : Optional.empty();
  }
}
