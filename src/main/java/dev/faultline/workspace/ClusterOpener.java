package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.Kind;
import java.util.List;
import java.util.Set;

/** Links to what the user chose. */
public interface ClusterOpener {

  /**
   * Opens the sources; those that cannot be opened cost a note, and the others go on.
   *
   * @param kinds the kinds the verb reads, so that nothing else is fetched
   * @param look how closely; what is not followed never changes
   */
  Opened open(SourceChoice choice, Set<Kind> kinds, Look look);

  /**
   * Says what is likely to be opened next, so that it may be begun already; what was expected
   * before and is no longer is let go. Who does not heed it is only slower.
   */
  default void expect(SourceChoice choice, Set<Kind> kinds, Look look, Ahead ahead) {}

  /** Told of links that nobody has asked for yet; on any thread. */
  interface Ahead {

    /** The link is there, and will be what is opened if it is asked for. */
    void linked(LinkedCluster cluster);

    /** Nobody asked for it in time: it is closed. */
    void letGo(LinkedCluster cluster);
  }

  /**
   * What could be opened.
   *
   * @param notes sentences about what could not be opened or read
   */
  record Opened(List<LinkedCluster> clusters, List<String> notes) implements AutoCloseable {

    public Opened {
      clusters = List.copyOf(clusters);
      notes = List.copyOf(notes);
    }

    @Override
    public void close() {
      clusters.forEach(LinkedCluster::close);
    }
  }
}
