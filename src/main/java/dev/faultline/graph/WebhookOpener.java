package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Set;

/** Webhooks are called by the API server, which is a pod in some clusters and unseen in others. */
final class WebhookOpener implements Opener {

  private static final String IMAGE = "kube-apiserver";

  private final List<Runner> servers;

  WebhookOpener(RunnerIndex runners) {
    this.servers = runners.all().filter(runner -> runner.program().endsWith(IMAGE)).toList();
  }

  @Override
  public Set<Kind> kinds() {
    return RoutingKinds.ASKED_BY_API_SERVER;
  }

  @Override
  public Opened of(OtherObject route) {
    return new Opened(servers, Manner.ASK);
  }
}
