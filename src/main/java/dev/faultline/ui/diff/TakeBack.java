package dev.faultline.ui.diff;

import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Workspace;
import java.util.Optional;

/** Tells whether a comparison is one of a service as it stands with an older revision of it. */
final class TakeBack {

  private TakeBack() {}

  /** The revision that the service could be taken back to. */
  static Optional<Revision> offered(
      Workspace workspace, Optional<ComparedSide> before, Optional<ComparedSide> after) {
    if (before.isEmpty()
        || after.isEmpty()
        || !(before.get() instanceof ComparedSide.AtRevision old)
        || !service(after.get()).equals(Optional.of(old.service()))) {
      return Optional.empty();
    }
    var service = workspace.find(old.service()).filter(found -> !found.readOnly());
    boolean stands =
        switch (after.get()) {
          case ComparedSide.Live ignored -> true;
          case ComparedSide.AtRevision at ->
              service
                  .flatMap(found -> SideLabel.revision(found, at.revision()))
                  .filter(Revision::current)
                  .isPresent();
          case ComparedSide.InFile ignored -> false;
        };
    return service
        .filter(found -> stands)
        .flatMap(found -> SideLabel.revision(found, old.revision()))
        .filter(revision -> !revision.current());
  }

  /** The service of a side; a file has none. */
  static Optional<ResourceRef> service(ComparedSide side) {
    return switch (side) {
      case ComparedSide.Live live -> Optional.of(live.service());
      case ComparedSide.AtRevision at -> Optional.of(at.service());
      case ComparedSide.InFile ignored -> Optional.empty();
    };
  }
}
