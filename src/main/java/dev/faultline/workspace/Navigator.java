package dev.faultline.workspace;

import dev.faultline.model.ResourceRef;
import java.util.Optional;

/** Ways from one screen to another: screens don't know each other, they ask for a destination. */
public interface Navigator {

  /** The parts of the page of one service. */
  enum ServicePart {
    VERSIONS,
    CONFIGURATION,
    PODS,
    EVENTS,
    LOGS
  }

  /** The map, with the service selected and in view. */
  void showOnMap(ResourceRef service);

  /** The page of the service. */
  void showService(ResourceRef service, ServicePart part);

  /** What differs between two sides. */
  void compare(ComparedSide before, ComparedSide after);

  /**
   * The dialog that takes the service back.
   *
   * @param revision identity of the revision to go back to; empty proposes the last known good
   */
  void rollBack(ResourceRef service, Optional<String> revision);

  /** The dialog that undoes a rollback of the journal. */
  void undo(ResourceRef service, String journalId);
}
