package dev.faultline.demo;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ResourceRef;
import java.util.function.Function;

/** What can be asked of the demo and done to it, with the faults that a test asked for. */
final class DemoActions implements ClusterActions {

  /** The field manager under which Faultline writes. */
  static final String MANAGER = "faultline";

  private static final String NO_ANSWER = "the connection broke before the answer came";

  private final DemoCluster cluster;
  private final DemoFaults faults;
  private final SecretGuard guard;

  DemoActions(DemoCluster cluster, DemoFaults faults, SecretGuard guard) {
    this.cluster = cluster;
    this.faults = faults;
    this.guard = guard;
  }

  @Override
  public Reading read(ResourceRef ref) {
    var broken = faults.broken();
    if (broken.isPresent()) {
      return new Reading.Failed(broken.get());
    }
    var denied = faults.denies(Action.on("get", ref));
    if (denied.isPresent()) {
      return new Reading.Forbidden(denied.get());
    }
    return cluster
        .inside(simulation -> simulation.store().find(ref))
        .map(guard::strip)
        .<Reading>map(Reading.Found::new)
        .orElseGet(Reading.Absent::new);
  }

  @Override
  public Permission mayI(Action action) {
    var broken = faults.broken();
    if (broken.isPresent()) {
      return new Permission.NotAnswered(broken.get());
    }
    return faults
        .denies(action)
        .<Permission>map(Permission.Denied::new)
        .orElseGet(Permission.Granted::new);
  }

  @Override
  public WriteResult write(Write write) {
    var broken = faults.broken();
    if (broken.isPresent()) {
      return new WriteResult.Failed(broken.get(), false);
    }
    var denied = faults.denies(Action.on(verb(write), write.ref()));
    if (denied.isPresent()) {
      return new WriteResult.Forbidden(denied.get());
    }
    var lost = faults.next(write);
    if (lost.filter(DemoFaults.Lost.REQUEST::equals).isPresent()) {
      return new WriteResult.Failed(NO_ANSWER, true);
    }
    var result = cluster.inside(doing(write));
    if (lost.isPresent()) {
      return new WriteResult.Failed(NO_ANSWER, true);
    }
    return result instanceof WriteResult.Accepted accepted
        ? new WriteResult.Accepted(guard.strip(accepted.answer()))
        : result;
  }

  @Override
  public LogReading logs(LogRequest request) {
    var denied = faults.denies(new Action("get", request.pod(), "log"));
    return faults
        .broken()
        .or(() -> denied)
        .<LogReading>map(LogReading.Unavailable::new)
        .orElseGet(() -> cluster.inside(simulation -> simulation.kubelet().logs(request)));
  }

  private static Function<Simulation, WriteResult> doing(Write write) {
    return simulation -> simulation.api().write(write, MANAGER);
  }

  private static String verb(Write write) {
    return switch (write) {
      case Write.Patch ignored -> "patch";
      case Write.Create ignored -> "create";
      case Write.Delete ignored -> "delete";
    };
  }
}
