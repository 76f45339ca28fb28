package dev.faultline.cluster.intake;

import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import dev.faultline.model.Reference.Use;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds everything that a pod spec names and cannot start without. */
final class ReferenceReader {

  private ReferenceReader() {}

  static List<Reference> read(JsonObject podSpec) {
    return Stream.of(
            TemplateReader.containers(podSpec).flatMap(ReferenceReader::ofContainer),
            podSpec.objects("volumes").flatMap(ReferenceReader::ofVolume),
            MountedFiles.of(podSpec),
            podSpec.objects("imagePullSecrets").flatMap(ReferenceReader::ofPullSecret),
            serviceAccount(podSpec))
        .flatMap(found -> found)
        .filter(reference -> !reference.name().isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<Reference> ofContainer(JsonObject container) {
    var name = container.text("name").orElse("");
    return Stream.concat(
        container
            .objects("env")
            .flatMap(
                env ->
                    Stream.concat(
                        ofKey(Kind.CONFIG_MAP, env, "configMapKeyRef", name),
                        ofKey(Kind.SECRET, env, "secretKeyRef", name))),
        container.objects("envFrom").flatMap(source -> ofSource(source, name)));
  }

  private static Stream<Reference> ofKey(
      Kind target, JsonObject env, String member, String container) {
    var selector = env.object("valueFrom", member);
    return selector.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Reference(
                target,
                selector.text("name").orElse(""),
                selector.text("key"),
                selector.isTrue("optional"),
                Use.ENV,
                "",
                container,
                env.text("name").orElse("")));
  }

  private static Stream<Reference> ofSource(JsonObject source, String container) {
    var prefix = source.text("prefix").orElse("");
    return Stream.of(Kind.CONFIG_MAP, Kind.SECRET)
        .flatMap(
            target -> {
              var member = target.equals(Kind.SECRET) ? "secretRef" : "configMapRef";
              var object = source.object(member);
              return object.isEmpty()
                  ? Stream.empty()
                  : Stream.of(
                      new Reference(
                          target,
                          object.text("name").orElse(""),
                          Optional.empty(),
                          object.isTrue("optional"),
                          Use.ENV_FROM,
                          prefix,
                          container,
                          ""));
            });
  }

  private static Stream<Reference> ofVolume(JsonObject volume) {
    return Stream.of(
            ofItems(Kind.CONFIG_MAP, volume.object("configMap"), "name"),
            ofItems(Kind.SECRET, volume.object("secret"), "secretName"),
            volume.objects("projected", "sources").flatMap(ReferenceReader::ofProjection),
            ofName(Kind.PERSISTENT_VOLUME_CLAIM, volume.text("persistentVolumeClaim", "claimName")),
            ofName(Kind.SECRET, volume.text("azureFile", "secretName")),
            driverSecrets(volume))
        .flatMap(found -> found);
  }

  private static Stream<Reference> ofProjection(JsonObject source) {
    return Stream.concat(
        ofItems(Kind.CONFIG_MAP, source.object("configMap"), "name"),
        ofItems(Kind.SECRET, source.object("secret"), "name"));
  }

  /** CSI, and the older drivers of which each names its secret alike. */
  private static Stream<Reference> driverSecrets(JsonObject volume) {
    return volume.names().stream()
        .flatMap(
            source ->
                Stream.of("nodePublishSecretRef", "secretRef")
                    .flatMap(ref -> ofName(Kind.SECRET, volume.text(source, ref, "name"))));
  }

  /** With items the named keys must be there; without, the object. */
  private static Stream<Reference> ofItems(Kind target, JsonObject source, String nameMember) {
    if (source.isEmpty()) {
      return Stream.empty();
    }
    var name = source.text(nameMember).orElse("");
    boolean optional = source.isTrue("optional");
    var keys = source.objects("items").flatMap(item -> item.text("key").stream()).toList();
    return keys.isEmpty()
        ? Stream.of(volume(target, name, Optional.empty(), optional))
        : keys.stream().map(key -> volume(target, name, Optional.of(key), optional));
  }

  private static Stream<Reference> ofName(Kind target, Optional<String> name) {
    return name.map(found -> volume(target, found, Optional.empty(), false)).stream();
  }

  private static Reference volume(
      Kind target, String name, Optional<String> key, boolean optional) {
    return new Reference(target, name, key, optional, Use.VOLUME, "", "", "");
  }

  /**
   * A pod starts without its pull secret, if the image is there or public; so the kubelet's rule is
   * kept: it is looked for, and its absence is a warning.
   */
  private static Stream<Reference> ofPullSecret(JsonObject secret) {
    return secret.text("name").stream()
        .map(
            name ->
                new Reference(
                    Kind.SECRET, name, Optional.empty(), false, Use.IMAGE_PULL, "", "", ""));
  }

  private static Stream<Reference> serviceAccount(JsonObject podSpec) {
    return podSpec
        .text("serviceAccountName")
        .filter(name -> !name.isEmpty())
        .or(() -> podSpec.text("serviceAccount"))
        .map(
            name ->
                new Reference(
                    Kind.SERVICE_ACCOUNT,
                    name,
                    Optional.empty(),
                    false,
                    Use.SERVICE_ACCOUNT,
                    "",
                    "",
                    ""))
        .stream();
  }
}
