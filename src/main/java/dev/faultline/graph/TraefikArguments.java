package dev.faultline.graph;

import dev.faultline.model.OtherObject;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line of a Traefik says of the routes that it serves. Where it has a file of
 * settings, that counts instead, so that nothing is told here.
 */
final class TraefikArguments {

  /** Routes of its own kinds, and the Ingresses of Kubernetes. */
  static final String ROUTES = "providers.kubernetescrd";

  static final String INGRESSES = "providers.kubernetesingress";

  /** Whether it serves an object. */
  enum Serving {
    YES,
    NO,
    UNTOLD
  }

  static final TraefikArguments NONE = new TraefikArguments(Map.of());
  private static final String FILES = "/etc/traefik";
  private static final String DEFAULT_CLASS = "traefik";

  /** Other selectors are possible, and rare. */
  private static final String PLAIN_LABEL = "[A-Za-z0-9./_-]+=[A-Za-z0-9._-]*";

  private final Map<String, String> flags;

  private TraefikArguments(Map<String, String> flags) {
    this.flags = flags;
  }

  /** Those of the container that runs Traefik; none if they don't decide. */
  static TraefikArguments of(JsonObject podSpec) {
    var flags =
        podSpec
            .objects("containers")
            .filter(one -> EntryProxies.isTraefik(one.text("image").orElse("")))
            .filter(one -> !mountsFiles(one))
            .findFirst()
            .map(TraefikArguments::flags)
            .orElse(Map.of());
    boolean decide =
        flags.keySet().stream().anyMatch(flag -> flag.startsWith("providers."))
            && !flags.containsKey("configfile");
    return decide ? new TraefikArguments(flags) : NONE;
  }

  /** What comes in by any route passes these first. */
  Stream<String> middlewaresOfEntryPoints() {
    return flags.keySet().stream()
        .filter(flag -> flag.startsWith("entrypoints."))
        .map(flag -> flag.replaceFirst("\\[\\d+]$", ""))
        .filter(flag -> flag.endsWith(".http.middlewares"))
        .distinct()
        .sorted()
        .flatMap(flag -> list(flag).stream());
  }

  /**
   * Whether it serves an object that names its class by annotation, or by none.
   *
   * @param annotated empty if it names none
   */
  Serving serves(String provider, OtherObject object, String annotated) {
    var wanted = flags.getOrDefault(provider + ".ingressclass", "");
    boolean ofClass =
        wanted.equals(annotated) || (wanted.isEmpty() && annotated.equals(DEFAULT_CLASS));
    return serves(provider, object, ofClass, wanted);
  }

  /** Whether it serves an object of a class that is one of Traefik's. */
  Serving servesClass(String provider, OtherObject object, String className) {
    var wanted = flags.getOrDefault(provider + ".ingressclass", "");
    return serves(provider, object, wanted.isEmpty() || wanted.equals(className), wanted);
  }

  private Serving serves(String provider, OtherObject object, boolean ofClass, String wanted) {
    var namespaces = list(provider + ".namespaces");
    var labels = list(provider + ".labelselector");
    boolean plain =
        Stream.of(List.of(wanted), namespaces)
            .flatMap(List::stream)
            .noneMatch(TraefikArguments::isTemplate);
    if (flags.isEmpty() || !plain || !labels.stream().allMatch(one -> one.matches(PLAIN_LABEL))) {
      return Serving.UNTOLD;
    }
    boolean watched = namespaces.isEmpty() || namespaces.contains(object.ref().namespace());
    boolean selected = labels.stream().allMatch(label -> bears(object, label));
    return isOn(provider) && ofClass && watched && selected ? Serving.YES : Serving.NO;
  }

  private static boolean bears(OtherObject object, String label) {
    int equals = label.indexOf('=');
    return label
        .substring(equals + 1)
        .equals(object.meta().labels().get(label.substring(0, equals)));
  }

  private boolean isOn(String provider) {
    return !flags.getOrDefault(provider, "true").equalsIgnoreCase("false")
        && flags.keySet().stream()
            .anyMatch(flag -> flag.equals(provider) || flag.startsWith(provider + "."));
  }

  /** Filled in only where it runs, or by Helm. */
  private static boolean isTemplate(String value) {
    return value.contains("$(") || value.contains("{{") || value.contains("${");
  }

  /** {@code a,b} in one flag, or each with a number of its own. */
  private List<String> list(String name) {
    return flags.entrySet().stream()
        .filter(
            flag -> flag.getKey().equals(name) || flag.getKey().matches("\\Q" + name + "[\\E\\d+]"))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(flag -> Stream.of(flag.getValue().split(",")))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static boolean mountsFiles(JsonObject container) {
    return container
        .objects("volumeMounts")
        .anyMatch(mount -> mount.text("mountPath").orElse("").startsWith(FILES));
  }

  /** Their names are written in any case, and with one hyphen or two. */
  private static Map<String, String> flags(JsonObject container) {
    var words = new ArrayList<String>();
    Stream.of("command", "args")
        .flatMap(member -> container.array(member).items().stream())
        .flatMap(item -> item instanceof Json.Text(String text) ? Stream.of(text) : Stream.empty())
        .forEach(words::add);
    var flags = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.startsWith("-")) {
        int equals = word.indexOf('=');
        var name = word.substring(0, equals < 0 ? word.length() : equals).replaceFirst("^-+", "");
        var next = i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.<String>empty();
        var beside = next.filter(one -> !one.startsWith("-")).orElse("true");
        flags.put(name.toLowerCase(Locale.ROOT), equals < 0 ? beside : word.substring(equals + 1));
      }
    }
    return flags;
  }
}
