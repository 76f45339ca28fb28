package dev.faultline.workspace;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Mending;

/** Keeps what a person says of the edges of a cluster. */
public interface EdgeMender {

  /** Keeps it, in place of what was said of the same edge before. */
  void mend(ClusterId cluster, Mending said);

  /** Forgets it: the edge is again as it was found. */
  void takeBack(ClusterId cluster, Mending said);
}
