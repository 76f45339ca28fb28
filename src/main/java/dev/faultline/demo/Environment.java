package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment a container gets, resolved as a kubelet does.
 *
 * @param missing what it refers to and is not there, in the kubelet's words
 */
record Environment(Map<String, String> values, List<String> missing) {

  static Environment of(ObjectStore store, String namespace, JsonObject container) {
    var values = new LinkedHashMap<String, String>();
    var missing = new ArrayList<String>();
    container.objects("envFrom").forEach(from -> all(store, namespace, from, values, missing));
    container
        .objects("env")
        .forEach(
            entry -> {
              var name = entry.text("name").orElse("");
              entry
                  .text("value")
                  .or(() -> one(store, namespace, entry.object("valueFrom"), missing))
                  .ifPresent(value -> values.put(name, value));
            });
    return new Environment(values, missing);
  }

  /** The ConfigMaps and Secrets that volumes of the pod need and that are not there. */
  static List<String> missingVolumes(ObjectStore store, Manifest pod) {
    var missing = new ArrayList<String>();
    pod.spec()
        .objects("volumes")
        .forEach(
            volume -> {
              volume
                  .text("configMap", "name")
                  .filter(name -> !volume.isTrue("configMap", "optional"))
                  .filter(name -> find(store, Kind.CONFIG_MAP, pod.namespace(), name).isEmpty())
                  .ifPresent(name -> missing.add("configmap \"" + name + "\" not found"));
              volume
                  .text("secret", "secretName")
                  .filter(name -> !volume.isTrue("secret", "optional"))
                  .filter(name -> find(store, Kind.SECRET, pod.namespace(), name).isEmpty())
                  .ifPresent(name -> missing.add("secret \"" + name + "\" not found"));
            });
    return missing;
  }

  private static void all(
      ObjectStore store,
      String namespace,
      JsonObject from,
      Map<String, String> values,
      List<String> missing) {
    boolean secret = from.find("secretRef").isPresent();
    var source = from.object(secret ? "secretRef" : "configMapRef");
    var name = source.text("name").orElse("");
    var data = data(store, secret ? Kind.SECRET : Kind.CONFIG_MAP, namespace, name);
    if (data.isEmpty() && !source.isTrue("optional")) {
      missing.add(notFound(secret, name));
    }
    var prefix = from.text("prefix").orElse("");
    data.ifPresent(map -> map.forEach((key, value) -> values.put(prefix + key, value)));
  }

  private static Optional<String> one(
      ObjectStore store, String namespace, JsonObject from, List<String> missing) {
    boolean secret = from.find("secretKeyRef").isPresent();
    if (!secret && from.find("configMapKeyRef").isEmpty()) {
      return Optional.empty();
    }
    var source = from.object(secret ? "secretKeyRef" : "configMapKeyRef");
    var name = source.text("name").orElse("");
    var key = source.text("key").orElse("");
    var data = data(store, secret ? Kind.SECRET : Kind.CONFIG_MAP, namespace, name);
    var value = data.flatMap(map -> Optional.ofNullable(map.get(key)));
    if (value.isEmpty() && !source.isTrue("optional")) {
      missing.add(
          data.isEmpty()
              ? notFound(secret, name)
              : "couldn't find key %s in %s %s/%s"
                  .formatted(key, secret ? "Secret" : "ConfigMap", namespace, name));
    }
    return value;
  }

  private static Optional<Map<String, String>> data(
      ObjectStore store, Kind kind, String namespace, String name) {
    return find(store, kind, namespace, name)
        .map(
            object -> {
              var data = new LinkedHashMap<String, String>();
              object
                  .tree()
                  .texts("data")
                  .forEach(
                      (key, value) ->
                          data.put(key, kind.equals(Kind.SECRET) ? decoded(value) : value));
              return data;
            });
  }

  private static Optional<Manifest> find(
      ObjectStore store, Kind kind, String namespace, String name) {
    return store.find(store.ref(kind, namespace, name));
  }

  private static String decoded(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }

  private static String notFound(boolean secret, String name) {
    return (secret ? "secret" : "configmap") + " \"" + name + "\" not found";
  }
}
