package dev.faultline.cluster.fabric8;

/** Carries a {@link LinkFailure} up to where it is turned into an answer; never leaves here. */
final class LinkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LinkFailure failure;

  LinkException(LinkFailure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  LinkFailure failure() {
    return failure;
  }
}
