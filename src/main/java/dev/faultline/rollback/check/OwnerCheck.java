package dev.faultline.rollback.check;

import dev.faultline.model.Ownership;

/** Does somebody else keep this workload, and put it back as it was? */
record OwnerCheck() implements Check {

  static final String NAME = "owner";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var service = context.plan().service();
    var owner = service.ownership();
    if (service.readOnly()) {
      return CheckOutcome.blocked(
          "%s belongs to %s, which writes it anew: change that instead."
              .formatted(service.ref().describe(), owner.describe()));
    }
    return switch (owner) {
      case Ownership.None _ -> CheckOutcome.passed("Nobody else keeps it: what is set, stays.");
      case Ownership.Helm helm ->
          CheckOutcome.warned(
              "%s owns it: `helm history` won't know of this, and the next `helm upgrade` brings its own version back."
                  .formatted(helm.describe()));
      case Ownership.ArgoCd argo ->
          reverted(
              context, argo, "reverts it within seconds if self-heal is on; roll back in Argo CD");
      case Ownership.Flux flux ->
          reverted(
              context, flux, "reverts it at the next reconciliation; suspend it or revert in Git");
      case Ownership.Operator operator ->
          reverted(context, operator, "writes it anew whenever it likes; change that instead");
    };
  }

  private static CheckOutcome reverted(CheckContext context, Ownership owner, String how) {
    return context.plan().request().options().breakGlass()
        ? CheckOutcome.warned("Breaking the glass: %s %s.".formatted(owner.describe(), how))
        : CheckOutcome.blocked(
            "%s %s, or break the glass explicitly.".formatted(owner.describe(), how));
  }
}
