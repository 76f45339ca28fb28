package dev.faultline.graph.layout;

import dev.faultline.model.Health.Status;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a folded group holds.
 *
 * @param byStatus how many services are in each state that any of them is in
 * @param changed how many run a revision that has been current for a short time only
 */
public record Members(int services, int pods, SortedMap<Status, Integer> byStatus, int changed) {
  public Members {
    byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
  }
}
