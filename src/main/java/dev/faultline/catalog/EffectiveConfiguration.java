package dev.faultline.catalog;

import dev.faultline.catalog.Setting.Value;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment that the containers of a pod template find: literals, and what ConfigMaps and
 * Secrets contribute, by Kubernetes' order of precedence (a later source wins, {@code env} over
 * {@code envFrom}).
 */
public final class EffectiveConfiguration {

  private final ConfigurationSources sources;

  private EffectiveConfiguration(ConfigurationSources sources) {
    this.sources = sources;
  }

  /** Container by container, each variable once, in the order in which they are set. */
  public static List<Setting> of(ClusterState state, String namespace, JsonObject podTemplate) {
    var configuration = new EffectiveConfiguration(new ConfigurationSources(state, namespace));
    var spec = podTemplate.object("spec");
    return Stream.of("initContainers", "containers")
        .flatMap(spec::objects)
        .flatMap(container -> configuration.ofContainer(container).values().stream())
        .toList();
  }

  private Map<String, Setting> ofContainer(JsonObject container) {
    var name = container.text("name").orElse("");
    var settings = new LinkedHashMap<String, Setting>();
    Stream.concat(
            container.objects("envFrom").flatMap(source -> fromSource(name, source)),
            container.objects("env").flatMap(env -> fromEntry(name, env).stream()))
        .forEach(setting -> settings.put(setting.name(), setting));
    return settings;
  }

  private Stream<Setting> fromSource(String container, JsonObject source) {
    var prefix = source.text("prefix").orElse("");
    return Stream.concat(
        sources.all(container, Kind.CONFIG_MAP, source.object("configMapRef"), prefix),
        sources.all(container, Kind.SECRET, source.object("secretRef"), prefix));
  }

  private Optional<Setting> fromEntry(String container, JsonObject env) {
    var name = env.text("name").orElse("");
    var from = env.object("valueFrom");
    if (from.isEmpty()) {
      var shown = Redaction.value(name, env.text("value").orElse(""));
      return Optional.of(here(container, name, new Value.Known(shown)));
    }
    return sources
        .one(container, name, Kind.CONFIG_MAP, from.object("configMapKeyRef"))
        .or(() -> sources.one(container, name, Kind.SECRET, from.object("secretKeyRef")))
        .or(
            () ->
                from.text("fieldRef", "fieldPath")
                    .or(() -> from.text("resourceFieldRef", "resource"))
                    .map(path -> here(container, name, new Value.AtStart(path))));
  }

  private static Setting here(String container, String name, Value value) {
    return new Setting(container, name, value, "set here", Optional.empty(), "");
  }
}
