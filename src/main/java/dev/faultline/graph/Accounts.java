package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import java.util.List;

/** The workloads by the service accounts that meshes know them by. */
final class Accounts {

  private static final String DEFAULT = "default";

  private final RunnerIndex runners;

  Accounts(RunnerIndex runners) {
    this.runners = runners;
  }

  /** Those that run under the account; that of a whole namespace means nobody in particular. */
  Selection of(String namespace, String account) {
    if (account.contains("*") || namespace.contains("*")) {
      return Selection.NOBODY;
    }
    var of = runners.in(namespace, runner -> account(runner).equals(account));
    return account.equals(DEFAULT) ? new Selection(of, true) : Selection.named(of);
  }

  /** {@code cluster.local/ns/shop/sa/checkout}, as Istio writes it, with or without spiffe://. */
  Selection ofPrincipal(String principal) {
    var parts = List.of(principal.split("/", -1));
    int at = parts.lastIndexOf("ns");
    return at >= 0 && parts.size() == at + 4 && parts.get(at + 2).equals("sa")
        ? of(parts.get(at + 1), parts.get(at + 3))
        : Selection.NOBODY;
  }

  /** {@code checkout.shop.serviceaccount.identity.linkerd.cluster.local}. */
  Selection ofIdentity(String identity) {
    var parts = List.of(identity.split("\\.", -1));
    return parts.size() > 3 && parts.get(2).equals("serviceaccount")
        ? of(parts.get(1), parts.getFirst())
        : Selection.NOBODY;
  }

  private static String account(Runner runner) {
    return runner.references().stream()
        .filter(one -> one.target().equals(Kind.SERVICE_ACCOUNT))
        .filter(one -> one.use() == Reference.Use.SERVICE_ACCOUNT)
        .map(Reference::name)
        .findFirst()
        .orElse(DEFAULT);
  }
}
