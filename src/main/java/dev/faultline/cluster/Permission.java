package dev.faultline.cluster;

/** An authorizer's answer. */
public sealed interface Permission {

  /** We may. */
  record Granted() implements Permission {}

  /** We may not; the reason is the cluster's, or a sentence of ours. */
  record Denied(String reason) implements Permission {}

  /** It could not be asked. */
  record NotAnswered(String reason) implements Permission {}
}
