package dev.faultline.cluster.intake;

import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of configuration that are mounted one by one, by {@code subPath}: of a ConfigMap with a
 * file for everybody, each then reads its own.
 */
final class MountedFiles {

  private MountedFiles() {}

  static Stream<Reference> of(JsonObject podSpec) {
    var mounts =
        TemplateReader.containers(podSpec)
            .flatMap(container -> container.objects("volumeMounts"))
            .toList();
    return podSpec
        .objects("volumes")
        .flatMap(
            volume ->
                Stream.concat(
                    of(volume, Kind.CONFIG_MAP, "configMap", "name", mounts),
                    of(volume, Kind.SECRET, "secret", "secretName", mounts)));
  }

  private static Stream<Reference> of(
      JsonObject volume, Kind target, String member, String nameMember, List<JsonObject> mounts) {
    var source = volume.object(member);
    var name = source.text(nameMember);
    var own =
        mounts.stream()
            .filter(mount -> mount.text("name").equals(volume.text("name")))
            .map(mount -> mount.text("subPath").orElse(""))
            .toList();
    boolean alone = !own.isEmpty() && own.stream().noneMatch(String::isEmpty);
    return alone && name.isPresent() && source.array("items").items().isEmpty()
        ? own.stream().map(path -> file(target, name.get(), key(path)))
        : Stream.empty();
  }

  private static String key(String subPath) {
    int slash = subPath.indexOf('/');
    return slash < 0 ? subPath : subPath.substring(0, slash);
  }

  /** The volume's own reference says that the object must be there; a file may be missing. */
  private static Reference file(Kind target, String name, String key) {
    return new Reference(target, name, Optional.of(key), true, Reference.Use.FILE, "", "", "");
  }
}
