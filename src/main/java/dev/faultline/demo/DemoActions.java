package dev.faultline.demo;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.traffic.TrafficReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be asked of the demo and done to it, with the faults that a test asked for. */
final class DemoActions implements ClusterActions {

  private static final Duration FOLLOW = Duration.ofMillis(400);

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
  public Optional<TrafficReport> traffic(Instant now) {
    if (faults.broken().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(cluster.inside(simulation -> simulation.traffic().report()));
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

  /** Looks again and again: the simulated containers write rarely, and a person reads slowly. */
  @Override
  public LogEnd followLogs(LogRequest request, Consumer<String> lines) throws InterruptedException {
    var whole =
        new LogRequest(request.pod(), request.container(), request.previous(), Integer.MAX_VALUE);
    int told = -1;
    while (true) {
      switch (logs(whole)) {
        case LogReading.Unavailable not -> {
          return new LogEnd.Unavailable(not.reason());
        }
        case LogReading.Lines reading -> {
          var all = reading.lines();
          if (told > all.size()) {
            return new LogEnd.Ended(); // It was restarted: what comes now is another run's.
          }
          int from = told < 0 ? Math.max(0, all.size() - request.lastLines()) : told;
          all.subList(from, all.size()).forEach(lines);
          told = all.size();
        }
      }
      if (request.previous()) {
        return new LogEnd.Ended();
      }
      Thread.sleep(FOLLOW);
    }
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
