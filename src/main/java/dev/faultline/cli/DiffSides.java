package dev.faultline.cli;

import dev.faultline.cli.ServiceFinder.Found;
import dev.faultline.model.Manifest;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.ManifestPair;
import dev.faultline.workspace.SideReader;
import dev.faultline.workspace.SideReading;
import java.util.List;

/** Finds the manifests behind what the user named, and lays them side by side. */
final class DiffSides {

  private DiffSides() {}

  /** Any two sides, of which one at least is a service. */
  static List<ManifestPair> resolve(Opened opened, DiffSide before, DiffSide after) {
    return pairs(before, manifests(opened, before), after, manifests(opened, after));
  }

  static List<ManifestPair> ofFiles(DiffSide.File before, DiffSide.File after) {
    return pairs(before, read(before), after, read(after));
  }

  /** A single pair is called as the user called its sides. */
  private static List<ManifestPair> pairs(
      DiffSide before, List<Manifest> left, DiffSide after, List<Manifest> right) {
    var pairs = ManifestPair.of(left, right);
    return left.size() == 1 && right.size() == 1
        ? pairs.stream()
            .map(
                pair ->
                    new ManifestPair(
                        before.text() + " → " + after.text(), pair.before(), pair.after()))
            .toList()
        : pairs;
  }

  private static List<Manifest> manifests(Opened opened, DiffSide side) {
    return switch (side) {
      case DiffSide.File file -> read(file);
      case DiffSide.Live live -> {
        var found = ServiceFinder.find(opened, live.service());
        var state = found.cluster().source().state();
        yield found(SideReader.live(found.cluster(), state, found.service().ref()));
      }
      case DiffSide.AtRevision at -> atRevision(ServiceFinder.find(opened, at.service()), at);
    };
  }

  private static List<Manifest> atRevision(Found found, DiffSide.AtRevision at) {
    var revision = RevisionChoice.find(found, at.revision());
    var state = found.cluster().source().state();
    return found(SideReader.atRevision(found.cluster(), state, found.service().ref(), revision));
  }

  private static List<Manifest> read(DiffSide.File file) {
    return found(SideReader.inFile(file.path(), file.text()));
  }

  private static List<Manifest> found(SideReading reading) {
    return switch (reading) {
      case SideReading.Found found -> found.manifests();
      case SideReading.Gone gone -> throw CliFailure.noSuchThing(gone.sentence());
      case SideReading.Forbidden forbidden -> throw CliFailure.failed(forbidden.sentence());
      case SideReading.Failed failed -> throw CliFailure.failed(failed.sentence());
    };
  }
}
