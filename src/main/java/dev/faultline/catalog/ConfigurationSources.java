package dev.faultline.catalog;

import dev.faultline.catalog.Setting.Value;
import dev.faultline.model.ClusterState;
import dev.faultline.model.CompactManifest;
import dev.faultline.model.Configuration;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up what ConfigMaps and Secrets of one namespace contribute. */
final class ConfigurationSources {

  private final ClusterState state;
  private final String namespace;

  ConfigurationSources(ClusterState state, String namespace) {
    this.state = state;
    this.namespace = namespace;
  }

  /** Every key of an object ({@code envFrom}); one setting named {@code *} if they aren't known. */
  Stream<Setting> all(String container, Kind kind, JsonObject reference, String prefix) {
    if (reference.isEmpty()) {
      return Stream.empty();
    }
    var ref = ref(kind, reference);
    var found = state.find(ref, Configuration.class);
    if (found.filter(Configuration::checked).isEmpty()) {
      return unknown(ref, found.isPresent(), reference.isTrue("optional"))
          .map(value -> setting(container, prefix + "*", value, ref, ""))
          .stream();
    }
    var values = values(found.get());
    return keysForEnvironment(found.get(), values)
        .sorted()
        .map(
            key -> {
              var name = prefix + key;
              return setting(container, name, value(kind, name, values, key), ref, key);
            });
  }

  /** One key of an object ({@code valueFrom}); empty if there is no such reference, or no need. */
  Optional<Setting> one(String container, String name, Kind kind, JsonObject reference) {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    var ref = ref(kind, reference);
    var key = reference.text("key").orElse("");
    boolean optional = reference.isTrue("optional");
    var found = state.find(ref, Configuration.class);
    if (found.filter(Configuration::checked).isEmpty()) {
      return unknown(ref, found.isPresent(), optional)
          .map(value -> setting(container, name, value, ref, key));
    }
    if (!found.get().keys().containsKey(key)) {
      Value missing = new Value.Missing("(" + describe(ref) + " has no key " + key + ")");
      return optional ? Optional.empty() : Optional.of(setting(container, name, missing, ref, key));
    }
    return Optional.of(
        setting(container, name, value(kind, name, values(found.get()), key), ref, key));
  }

  private ResourceRef ref(Kind kind, JsonObject reference) {
    return new ResourceRef(state.cluster(), kind, namespace, reference.text("name").orElse(""));
  }

  /** Empty for what is not there and need not be. */
  private Optional<Value> unknown(ResourceRef ref, boolean exists, boolean optional) {
    boolean readable = state.coverage(ref.kind()) instanceof Coverage.Live;
    if (exists || !readable) {
      return Optional.of(new Value.NotChecked("(" + describe(ref) + " could not be read)"));
    }
    return optional
        ? Optional.empty()
        : Optional.of(new Value.Missing("(" + describe(ref) + " does not exist)"));
  }

  private static Map<String, String> values(Configuration configuration) {
    return configuration
        .manifest()
        .map(CompactManifest::read)
        .map(manifest -> manifest.tree().texts("data"))
        .orElse(Map.of());
  }

  /** Binary data of a ConfigMap does not become environment. */
  private static Stream<String> keysForEnvironment(
      Configuration configuration, Map<String, String> values) {
    boolean secret = configuration.ref().kind().equals(Kind.SECRET);
    return (secret ? configuration.keys() : values).keySet().stream();
  }

  private static Value value(Kind kind, String name, Map<String, String> values, String key) {
    if (kind.equals(Kind.SECRET)) {
      return new Value.Hidden(Redaction.MASK);
    }
    boolean speaks = Redaction.isSecretName(key);
    return new Value.Known(Redaction.value(speaks ? key : name, values.getOrDefault(key, "")));
  }

  private static Setting setting(
      String container, String name, Value value, ResourceRef ref, String key) {
    var source = describe(ref) + (key.isEmpty() ? "" : ", key " + key);
    return new Setting(container, name, value, source, Optional.of(ref), key);
  }

  private static String describe(ResourceRef ref) {
    return ref.kind().name() + " " + ref.name();
  }
}
