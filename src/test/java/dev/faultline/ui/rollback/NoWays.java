package dev.faultline.ui.rollback;

import dev.faultline.model.ResourceRef;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Navigator;
import java.util.Optional;

/** There are no other screens. */
class NoWays implements Navigator {

  @Override
  public void showOnMap(ResourceRef service) {}

  @Override
  public void showService(ResourceRef service, ServicePart part) {}

  @Override
  public void compare(ComparedSide before, ComparedSide after) {}

  @Override
  public void rollBack(ResourceRef service, Optional<String> revision) {}

  @Override
  public void undo(ResourceRef service, String journalId) {}
}
