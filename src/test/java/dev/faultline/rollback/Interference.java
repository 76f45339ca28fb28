package dev.faultline.rollback;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ResourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stands between the engine and a cluster, counts, and lets things happen at the worst moment. */
final class Interference implements ClusterActions {

  private final ClusterActions behind;
  private final Queue<Runnable> beforeWrites = new ArrayDeque<>();
  private final Queue<Runnable> afterWrites = new ArrayDeque<>();
  private UnaryOperator<Reading> reading = UnaryOperator.identity();

  /** Every real write that was sent. */
  final List<Write> writes = new ArrayList<>();

  Interference(ClusterActions behind) {
    this.behind = behind;
  }

  /** Between the engine's read and its next real write. */
  void beforeNextWrite(Runnable happening) {
    beforeWrites.add(happening);
  }

  /** Right after the next real write was done, before its answer arrives. */
  void afterNextWrite(Runnable happening) {
    afterWrites.add(happening);
  }

  void reading(UnaryOperator<Reading> change) {
    reading = change;
  }

  @Override
  public Reading read(ResourceRef ref) {
    return reading.apply(behind.read(ref));
  }

  @Override
  public Permission mayI(Action action) {
    return behind.mayI(action);
  }

  @Override
  public WriteResult write(Write write) {
    if (write.dryRun()) {
      return behind.write(write);
    }
    writes.add(write);
    happen(beforeWrites);
    var result = behind.write(write);
    happen(afterWrites);
    return result;
  }

  @Override
  public LogReading logs(LogRequest request) {
    return behind.logs(request);
  }

  @Override
  public LogEnd followLogs(LogRequest request, Consumer<String> lines) throws InterruptedException {
    return behind.followLogs(request, lines);
  }

  private static void happen(Queue<Runnable> happenings) {
    var happening = happenings.poll();
    if (happening != null) {
      happening.run();
    }
  }
}
