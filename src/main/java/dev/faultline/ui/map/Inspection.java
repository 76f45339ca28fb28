package dev.faultline.ui.map;

import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Mending;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.Optional;

/** What the inspector tells. */
sealed interface Inspection {

  Inspection NOTHING = new Overview(0, List.of(), List.of());

  /** What it tells of, whatever is told: nothing, a node, or both ends of an arrow. */
  default List<MapSubject> of() {
    return switch (this) {
      case Overview _ -> List.of();
      case Group group -> List.of(new MapSubject.Folded(group.group()));
      case Selected selected -> List.of(selected.subject());
      case Arrow arrow -> List.of(arrow.from().subject(), arrow.to().subject());
    };
  }

  /**
   * Nothing is selected: who is not well.
   *
   * @param services how many there are in all
   * @param mended the dependencies that a person mended by hand
   */
  record Overview(int services, List<Link> troubles, List<MendedEdge> mended)
      implements Inspection {
    public Overview {
      troubles = List.copyOf(troubles);
      mended = List.copyOf(mended);
    }
  }

  /**
   * What a person says of a dependency.
   *
   * @param unfitting why it fits nothing any more; empty while it does
   */
  record MendedEdge(ClusterId cluster, Mending said, Optional<String> unfitting) {}

  /**
   * A whole namespace: folded into one node, or open.
   *
   * @param entries those of its services that are called from outside, by name
   */
  record Group(
      GroupId group,
      boolean folded,
      int services,
      int pods,
      List<Link> troubles,
      List<String> entries)
      implements Inspection {
    public Group {
      entries = List.copyOf(entries);
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * A node of the map.
   *
   * @param service of which there is a page; empty for a host outside and a Service without pods
   * @param changes fields of the pod template that differ from the revision before
   * @param hurt who is if it fails, the nearest and busiest first
   * @param counterpart on the other side, where two are compared
   * @param entries what lets calls come to it from elsewhere than another node
   */
  record Selected(
      MapSubject subject,
      String kind,
      Status status,
      List<String> reasons,
      Optional<ResourceRef> service,
      Optional<VersionFacts> version,
      Changes changes,
      Rates rates,
      List<Link> needs,
      List<Link> neededBy,
      List<Link> hurt,
      Optional<Counterpart> counterpart,
      Entries entries)
      implements Inspection {
    public Selected {
      reasons = List.copyOf(reasons);
      needs = List.copyOf(needs);
      neededBy = List.copyOf(neededBy);
      hurt = List.copyOf(hurt);
    }

    Selected hurting(List<Link> others) {
      return new Selected(
          subject,
          kind,
          status,
          reasons,
          service,
          version,
          changes,
          rates,
          needs,
          neededBy,
          others,
          counterpart,
          entries);
    }

    Selected with(Counterpart other) {
      return new Selected(
          subject,
          kind,
          status,
          reasons,
          service,
          version,
          changes,
          rates,
          needs,
          neededBy,
          hurt,
          Optional.of(other),
          entries);
    }
  }

  /**
   * What lets calls come to a node from elsewhere than another node, in words.
   *
   * @param outside from outside the cluster
   * @param inside from the API server, or a source of events
   */
  record Entries(List<String> outside, List<String> inside) {
    static final Entries NONE = new Entries(List.of(), List.of());

    public Entries {
      outside = List.copyOf(outside);
      inside = List.copyOf(inside);
    }
  }

  /**
   * What there is of a node on the other side of a comparison.
   *
   * @param said how the two differ
   * @param where what the other side is called
   * @param service the same service there, if it is there
   */
  record Counterpart(String said, String where, Optional<ResourceRef> service) {}

  /**
   * An arrow of the map.
   *
   * @param kind what of, how it is known and how its end does, in words
   * @param lines why it is believed and what was seen on it; of several dependencies none
   * @param single the one dependency it stands for, if it is one
   * @param members the dependencies, where it stands for several: who needs whom, and how much
   */
  record Arrow(
      Link from,
      Link to,
      String kind,
      List<String> lines,
      Optional<Dependency> single,
      List<Link> members)
      implements Inspection {
    public Arrow {
      lines = List.copyOf(lines);
      members = List.copyOf(members);
    }
  }

  /**
   * What goes in and out of a node, all arrows together; empty where nothing was seen.
   *
   * @param in "12 req/s, 1.2 % errors"
   */
  record Rates(String in, String out) {
    boolean isEmpty() {
      return in.isEmpty() && out.isEmpty();
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
   * @param arrow that leads there, of which more can be told
   */
  record Link(
      MapSubject subject, Status status, String words, String whole, Optional<Line> arrow) {}
}
