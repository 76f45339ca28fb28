package dev.faultline.cluster;

/**
 * One cluster as everything above the ports sees it.
 *
 * @param actions refuse every write where the context is read-only
 * @param safety what the user set for this context
 */
public record LinkedCluster(StateSource source, ClusterActions actions, Safety safety)
    implements AutoCloseable {

  /**
   * How careful to be.
   *
   * @param protectedContext wants the service's name typed before a write
   * @param readOnly refuses every write
   * @param demo simulated, and marked as such everywhere
   */
  public record Safety(boolean protectedContext, boolean readOnly, boolean demo) {}

  @Override
  public void close() {
    source.close();
  }
}
