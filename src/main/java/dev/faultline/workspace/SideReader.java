package dev.faultline.workspace;

import dev.faultline.catalog.RevisionTemplates;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.Reading;
import dev.faultline.model.ClusterState;
import dev.faultline.model.CompactManifest;
import dev.faultline.model.Configuration;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.Workload;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import dev.faultline.model.json.YamlCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fetches the manifests behind one side of a comparison; may ask the cluster or read a file. */
public final class SideReader {

  /** Larger files are no manifests that a person wants to compare. */
  private static final long LARGEST_FILE = 64L * 1024 * 1024;

  private SideReader() {}

  /** A service comes with the ConfigMaps that its template refers to, as they stand. */
  public static SideReading read(Workspace workspace, ComparedSide side) {
    return switch (side) {
      case ComparedSide.InFile file -> inFile(file.file(), file.file().getFileName().toString());
      case ComparedSide.Live live ->
          workspace
              .cluster(live.service().cluster())
              .map(picture -> withConfiguration(picture, live.service()))
              .orElseGet(() -> notLinked(live.service()));
      case ComparedSide.AtRevision at ->
          workspace
              .cluster(at.service().cluster())
              .map(picture -> atRevision(picture, at))
              .orElseGet(() -> notLinked(at.service()));
    };
  }

  /** The workload alone, as it stands. */
  public static SideReading live(LinkedCluster cluster, ClusterState state, ResourceRef service) {
    // A pod's manifest is not kept, as there are so many; it is asked for.
    return state
        .find(service, Workload.class)
        .<SideReading>map(workload -> found(workload.manifest().read()))
        .orElseGet(
            () ->
                switch (cluster.actions().read(service)) {
                  case Reading.Found found -> found(found.manifest());
                  case Reading.Absent() -> new SideReading.Gone(service.describe() + " is gone.");
                  case Reading.Forbidden forbidden -> new SideReading.Forbidden(forbidden.reason());
                  case Reading.Failed failed -> new SideReading.Failed(failed.reason());
                });
  }

  /** The workload alone, as it would stand with the revision's template. */
  public static SideReading atRevision(
      LinkedCluster cluster, ClusterState state, ResourceRef service, Revision revision) {
    var template = RevisionTemplates.of(state, revision);
    if (template.isEmpty()) {
      return new SideReading.Gone(
          "the cluster no longer holds the template of revision " + words(revision) + ".");
    }
    var live = live(cluster, state, service);
    return live instanceof SideReading.Found found && !found.manifests().isEmpty()
        ? found(
            new Manifest(
                found.manifests().getFirst().tree().with(template.get(), "spec", "template")))
        : live;
  }

  /**
   * Every manifest of a file of YAML or JSON.
   *
   * @param name what sentences call the file
   */
  public static SideReading inFile(Path file, String name) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        return new SideReading.Failed(name + " is larger than 64 MiB.");
      }
      var manifests =
          YamlCodec.readAll(Files.readString(file)).stream()
              .filter(JsonObject.class::isInstance)
              .map(document -> new Manifest((JsonObject) document))
              .toList();
      return manifests.isEmpty()
          ? new SideReading.Gone(name + " holds no manifest.")
          : new SideReading.Found(manifests);
    } catch (MalformedTextException e) {
      return new SideReading.Failed(name + " is no YAML or JSON: " + e.getMessage() + ".");
    } catch (NoSuchFileException e) {
      return new SideReading.Gone("there is no file " + name + ".");
    } catch (IOException e) {
      return new SideReading.Failed(name + " can't be read: " + e.getMessage() + ".");
    }
  }

  private static SideReading withConfiguration(ClusterPicture picture, ResourceRef service) {
    var references =
        picture
            .state()
            .find(service, Workload.class)
            .map(workload -> workload.template().references())
            .orElse(List.of());
    return with(configuration(picture, service, references), live(picture, service));
  }

  private static SideReading live(ClusterPicture picture, ResourceRef service) {
    return picture.catalog().find(service).isEmpty() && picture.state().find(service).isEmpty()
        ? new SideReading.Gone(service.describe() + " is not in " + picture.id() + " any more.")
        : live(picture.linked(), picture.state(), service);
  }

  private static SideReading atRevision(ClusterPicture picture, ComparedSide.AtRevision at) {
    var service = picture.catalog().find(at.service());
    if (service.isEmpty()) {
      return new SideReading.Gone(
          at.service().describe() + " is not in " + picture.id() + " any more.");
    }
    var revision =
        service.get().revisions().stream().filter(r -> r.id().equals(at.revision())).findFirst();
    if (revision.isEmpty()) {
      return new SideReading.Gone(
          "the cluster no longer holds that revision of " + at.service().describe() + ".");
    }
    var references =
        picture
            .state()
            .find(revision.get().heldBy(), Workload.class)
            .map(holder -> holder.template().references())
            .orElse(List.of());
    return with(
        configuration(picture, at.service(), references),
        atRevision(picture.linked(), picture.state(), at.service(), revision.get()));
  }

  private static List<Manifest> configuration(
      ClusterPicture picture, ResourceRef service, List<Reference> references) {
    return references.stream()
        .filter(reference -> reference.target().equals(Kind.CONFIG_MAP))
        .map(reference -> service.sibling(Kind.CONFIG_MAP, reference.name()))
        .distinct()
        .flatMap(ref -> picture.state().find(ref, Configuration.class).stream())
        .flatMap(configuration -> configuration.manifest().stream())
        .map(CompactManifest::read)
        .toList();
  }

  private static SideReading with(List<Manifest> configuration, SideReading workload) {
    return workload instanceof SideReading.Found found
        ? new SideReading.Found(
            new ArrayList<>(
                Stream.concat(found.manifests().stream(), configuration.stream()).toList()))
        : workload;
  }

  private static SideReading found(Manifest manifest) {
    return new SideReading.Found(List.of(manifest));
  }

  private static SideReading notLinked(ResourceRef service) {
    return new SideReading.Gone(
        service.cluster() + " is not linked, so " + service.describe() + " can't be read.");
  }

  private static String words(Revision revision) {
    String number = revision.number() > 0 ? "revision " + revision.number() + ", " : "";
    return revision.version().text() + " (" + number + revision.shortId() + ")";
  }
}
