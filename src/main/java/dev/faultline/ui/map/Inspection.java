package dev.faultline.ui.map;

import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Health.Status;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.Optional;

/** What the inspector tells. */
sealed interface Inspection {

  Inspection NOTHING = new Overview(0, List.of());

  /**
   * Nothing is selected: who is not well.
   *
   * @param services how many there are in all
   */
  record Overview(int services, List<Link> troubles) implements Inspection {
    public Overview {
      troubles = List.copyOf(troubles);
    }
  }

  /** A whole namespace: folded into one node, or open. */
  record Group(GroupId group, boolean folded, int services, int pods, List<Link> troubles)
      implements Inspection {
    public Group {
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * A node of the map.
   *
   * @param service of which there is a page; empty for a host outside and a Service without pods
   * @param changes fields of the pod template that differ from the revision before
   */
  record Selected(
      MapSubject subject,
      String kind,
      Status status,
      List<String> reasons,
      Optional<ResourceRef> service,
      Optional<VersionFacts> version,
      Changes changes,
      List<Link> needs,
      List<Link> neededBy)
      implements Inspection {
    public Selected {
      reasons = List.copyOf(reasons);
      needs = List.copyOf(needs);
      neededBy = List.copyOf(neededBy);
    }
  }

  /**
   * The revision that runs.
   *
   * @param before the version before; empty if none is held
   * @param when and how long ago; empty where nobody knows
   * @param by who wrote it and why; empty where nobody knows
   */
  record VersionFacts(String now, String before, String when, String by) {}

  /** What the revision that runs changed. */
  sealed interface Changes {
    /** There is no revision before it, or it is no longer held. */
    record NothingToCompare() implements Changes {}

    /** Field by field, the meaningful first. */
    record Fields(List<Field> fields) implements Changes {
      public Fields {
        fields = List.copyOf(fields);
      }
    }
  }

  /**
   * One difference.
   *
   * @param path where it is, in full
   * @param before empty if it is new
   * @param after empty if it is gone
   */
  record Field(String name, String path, String before, String after) {}

  /**
   * Another node.
   *
   * @param words how it is known, or how it does
   * @param whole the same in full
   */
  record Link(MapSubject subject, Status status, String words, String whole) {}
}
