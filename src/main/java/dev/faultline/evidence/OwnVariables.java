package dev.faultline.evidence;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the containers of a workload set in their own text beside the variables that they take over
 * whole with {@code envFrom}: their own ones win, and may switch off what the others speak of.
 */
public final class OwnVariables {

  public static final OwnVariables NONE = new OwnVariables(List.of());

  private static final Map<Kind, String> MEMBERS =
      Map.of(Kind.CONFIG_MAP, "configMapRef", Kind.SECRET, "secretRef");

  private record Container(List<JsonObject> sources, Set<String> names, Switches switches) {

    static Container of(Manifest manifest, JsonObject container) {
      var settings =
          Environment.of(manifest, container).entrySet().stream()
              .map(entry -> new Setting(entry.getKey(), entry.getValue()))
              .toList();
      return new Container(
          container.objects("envFrom").toList(),
          container
              .objects("env")
              .flatMap(entry -> entry.text("name").stream())
              .collect(Collectors.toUnmodifiableSet()),
          new Switches(settings));
    }

    /** The names that the key gets here; one for each time that the object is taken over. */
    Stream<String> variables(String member, String name, String key) {
      return sources.stream()
          .filter(source -> source.text(member, "name").equals(Optional.of(name)))
          .map(source -> source.text("prefix").orElse("") + key);
    }

    Optional<String> against(String variable) {
      return names.contains(variable)
          ? Optional.of(Doubt.SET_ANEW)
          : switches.off(SettingName.of(variable)).map(Doubt::switchedOffBy);
    }
  }

  private final List<Container> containers;

  private OwnVariables(List<Container> containers) {
    this.containers = containers;
  }

  public static OwnVariables of(Manifest manifest) {
    return new OwnVariables(
        Containers.of(manifest).map(container -> Container.of(manifest, container)).toList());
  }

  /**
   * Why no container goes by a key that they take over from a ConfigMap or Secret; empty if one
   * does.
   */
  public Optional<String> against(Kind kind, String name, String key) {
    var member = MEMBERS.getOrDefault(kind, "");
    var doubts =
        containers.stream()
            .flatMap(one -> one.variables(member, name, key).map(one::against))
            .toList();
    return doubts.stream().allMatch(Optional::isPresent)
        ? doubts.stream().flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }
}
