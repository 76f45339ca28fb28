package dev.faultline.cluster.fabric8;

/** What testing a context found. */
public sealed interface Probed {

  KubeContext context();

  /**
   * It answers and knows us.
   *
   * @param version of the API server, such as {@code v1.36.3}
   */
  record Reachable(KubeContext context, String version, Rights rights) implements Probed {}

  /** It can't be used, and why. */
  record Unusable(KubeContext context, LinkFailure why) implements Probed {}

  /**
   * What may be done, as far as a first look tells.
   *
   * @param namespace where the last two were asked: the context's own
   * @param readsEverywhere workloads of all namespaces
   * @param readsHere workloads of that namespace
   * @param changesHere workloads of that namespace may be patched: taken back
   */
  record Rights(String namespace, boolean readsEverywhere, boolean readsHere, boolean changesHere) {

    /** "reads everything, changes shop" in words. */
    public String describe() {
      if (!readsEverywhere && !readsHere) {
        return "may not read workloads of " + namespace;
      }
      var reads = readsEverywhere ? "reads all namespaces" : "reads " + namespace;
      return reads + (changesHere ? ", may change " + namespace : ", may change nothing there");
    }
  }
}
