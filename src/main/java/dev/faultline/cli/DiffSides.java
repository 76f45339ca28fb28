package dev.faultline.cli;

import dev.faultline.catalog.RevisionTemplates;
import dev.faultline.cli.ServiceFinder.Found;
import dev.faultline.cluster.Reading;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Manifest;
import dev.faultline.model.Revision;
import dev.faultline.model.Workload;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import dev.faultline.model.json.YamlCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the manifests behind what the user named, and lays them side by side. */
final class DiffSides {

  private static final ClusterId FILES = new ClusterId("file");
  private static final Manifest NOTHING = new Manifest(JsonObject.EMPTY);

  private DiffSides() {}

  /**
   * Two manifests to compare.
   *
   * @param title what they are, for a heading
   */
  record Pair(String title, Manifest before, Manifest after) {}

  /** Any two sides, of which one at least is a service. */
  static List<Pair> resolve(Opened opened, DiffSide before, DiffSide after) {
    var left = manifests(opened, before);
    var right = manifests(opened, after);
    if (left.size() == 1 && right.size() == 1) {
      String title = before.text() + " → " + after.text();
      return List.of(
          new Pair(title, left.values().iterator().next(), right.values().iterator().next()));
    }
    return match(left, right);
  }

  static List<Pair> ofFiles(DiffSide.File before, DiffSide.File after) {
    var left = read(before);
    var right = read(after);
    if (left.size() == 1 && right.size() == 1) {
      String title = before.text() + " → " + after.text();
      return List.of(
          new Pair(title, left.values().iterator().next(), right.values().iterator().next()));
    }
    return match(left, right);
  }

  private static List<Pair> match(Map<String, Manifest> left, Map<String, Manifest> right) {
    var names = new LinkedHashSet<>(left.keySet());
    names.addAll(right.keySet());
    var pairs = new ArrayList<Pair>();
    for (String name : names) {
      pairs.add(
          new Pair(name, left.getOrDefault(name, NOTHING), right.getOrDefault(name, NOTHING)));
    }
    return pairs;
  }

  private static Map<String, Manifest> manifests(Opened opened, DiffSide side) {
    return switch (side) {
      case DiffSide.File file -> read(file);
      case DiffSide.Live live -> {
        var found = ServiceFinder.find(opened, live.service());
        yield Map.of(found.service().ref().describe(), live(found));
      }
      case DiffSide.AtRevision at -> {
        var found = ServiceFinder.find(opened, at.service());
        var revision = RevisionChoice.find(found, at.revision());
        yield Map.of(found.service().ref().describe(), withTemplate(found, revision));
      }
    };
  }

  /** The workload as it stands. */
  static Manifest live(Found found) {
    var state = found.cluster().source().state();
    var ref = found.service().ref();
    return state
        .find(ref, Workload.class)
        .map(workload -> workload.manifest().read())
        .orElseGet(() -> readPod(found));
  }

  /** A pod's manifest is not kept, as there are so many; it is asked for. */
  private static Manifest readPod(Found found) {
    return switch (found.cluster().actions().read(found.service().ref())) {
      case Reading.Found pod -> pod.manifest();
      case Reading.Absent() ->
          throw CliFailure.noSuchThing(found.service().ref().describe() + " is gone.");
      case Reading.Forbidden forbidden -> throw CliFailure.failed(forbidden.reason());
      case Reading.Failed failed -> throw CliFailure.failed(failed.reason());
    };
  }

  /** The workload as it would stand with the revision's template. */
  private static Manifest withTemplate(Found found, Revision revision) {
    var template =
        RevisionTemplates.of(found.cluster().source().state(), revision)
            .orElseThrow(
                () ->
                    CliFailure.noSuchThing(
                        "the cluster no longer holds the template of revision "
                            + ServiceText.revision(revision)
                            + "."));
    return new Manifest(live(found).tree().with(template, "spec", "template"));
  }

  private static Map<String, Manifest> read(DiffSide.File file) {
    try {
      var manifests = new LinkedHashMap<String, Manifest>();
      for (var document : YamlCodec.readAll(Files.readString(file.path()))) {
        asObject(document)
            .ifPresent(manifest -> manifests.put(manifest.ref(FILES).describe(), manifest));
      }
      if (manifests.isEmpty()) {
        throw CliFailure.noSuchThing(file.text() + " holds no manifest.");
      }
      return manifests;
    } catch (MalformedTextException e) {
      throw CliFailure.noSuchThing(file.text() + " is no YAML or JSON: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw CliFailure.noSuchThing(file.text() + " can't be read: " + e.getMessage() + ".");
    }
  }

  private static Optional<Manifest> asObject(dev.faultline.model.json.Json document) {
    return document instanceof JsonObject object
        ? Optional.of(new Manifest(object))
        : Optional.empty();
  }
}
