package dev.faultline.evidence;

/** Names of the readers of routing objects, as evidence bears them. */
final class EvidenceSort {

  static final String INGRESS = "ingress";
  static final String GATEWAY = "gateway";
  static final String ISTIO = "istio";

  private EvidenceSort() {}
}
