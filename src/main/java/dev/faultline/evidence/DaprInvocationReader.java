package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads which application of Dapr is invoked through the own sidecar: {@code
 * http://localhost:3500/v1.0/invoke/orders/method/new}, and settings that hold an app id.
 */
final class DaprInvocationReader implements EvidenceReader {

  private static final String INVOKE = "/v1.0/invoke/";
  private static final String INVOKED = "/invoke/";
  private static final int MOST = 200;

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    var at = manifest.ref(cluster);
    if (manifest.kind().equals(Kind.CONFIG_MAP)) {
      return manifest.tree().texts("data").entrySet().stream()
          .filter(entry -> mayName(entry.getKey(), entry.getValue()))
          .flatMap(
              entry ->
                  apps(new Setting(entry.getKey(), entry.getValue())).stream()
                      .map(
                          app ->
                              evidence(at, Optional.empty(), ConfigPlace.of(entry.getKey()), app)))
          .limit(MOST);
    }
    return Containers.of(manifest)
        .filter(DaprInvocationReader::mayName)
        .flatMap(
            container ->
                settings(manifest, container)
                    .flatMap(
                        one ->
                            apps(one).stream()
                                .map(
                                    app ->
                                        evidence(
                                            at,
                                            Optional.of(Containers.name(container)),
                                            one.name(),
                                            app))))
        .limit(MOST);
  }

  private static Stream<Setting> settings(Manifest manifest, JsonObject container) {
    var environment = Environment.of(manifest, container);
    return Stream.concat(
        environment.entrySet().stream().map(one -> new Setting(one.getKey(), one.getValue())),
        Stream.of("command", "args")
            .flatMap(member -> container.array(member).texts().stream())
            .map(text -> new Setting("command", Placeholders.expand(text, environment))));
  }

  /** Nearly all say no here, before anything is expanded or taken apart. */
  private static boolean mayName(JsonObject container) {
    return container
            .objects("env")
            .anyMatch(one -> mayName(one.text("name").orElse(""), one.text("value").orElse("")))
        || Stream.of("command", "args")
            .flatMap(member -> container.array(member).texts().stream())
            .anyMatch(text -> text.contains(INVOKED));
  }

  private static boolean mayName(String name, String value) {
    return name.regionMatches(true, name.length() - 2, "id", 0, 2) || value.contains(INVOKED);
  }

  private static List<String> apps(Setting setting) {
    var value = setting.value();
    var found = new ArrayList<String>();
    int end = Math.min(value.length(), HostScanner.LONGEST_TEXT);
    for (int at = value.indexOf(INVOKE); at >= 0 && at < end && found.size() < MOST; ) {
      int start = at + INVOKE.length();
      int stop = start;
      while (stop < end && HostName.isNameCharacter(value.charAt(stop))) {
        stop++;
      }
      HostName.normal(value.substring(start, stop)).ifPresent(found::add);
      at = value.indexOf(INVOKE, Math.max(stop, start));
    }
    if (found.isEmpty() && isAppId(SettingName.of(setting.name()).words())) {
      HostName.normal(value.strip()).ifPresent(found::add);
    }
    return found;
  }

  /** {@code ORDERS_APP_ID}, {@code orders.dapr.appid}. */
  private static boolean isAppId(List<String> words) {
    int size = words.size();
    return size > 0
        && (words.getLast().equals("appid")
            || (size > 1 && words.getLast().equals("id") && words.get(size - 2).equals("app")));
  }

  private static Evidence evidence(
      ResourceRef at, Optional<String> container, String place, String app) {
    return new Evidence(
        EvidenceSort.DAPR,
        at,
        container,
        place,
        new NamedHost(app, OptionalInt.empty(), Optional.of(DaprName.APPLICATION)),
        Strength.FIRM,
        Optional.empty());
  }
}
