package dev.faultline.rollback.check;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The answers of a cluster, written down: each sort that the port knows can be given. */
final class Answers implements ClusterActions {

  Permission permission = new Permission.Granted();
  WriteResult created = new WriteResult.Accepted(dev.faultline.rollback.Night.service());
  boolean broken;
  final Map<ResourceRef, Reading> objects = new HashMap<>();
  final List<Action> asked = new ArrayList<>();
  final List<Write> writes = new ArrayList<>();

  @Override
  public Reading read(ResourceRef ref) {
    return objects.getOrDefault(ref, new Reading.Absent());
  }

  @Override
  public Permission mayI(Action action) {
    if (broken) {
      throw new IllegalStateException("planted");
    }
    asked.add(action);
    return permission;
  }

  @Override
  public WriteResult write(Write write) {
    writes.add(write);
    return created;
  }

  @Override
  public LogReading logs(LogRequest request) {
    return new LogReading.Unavailable("there are none here");
  }

  @Override
  public LogEnd followLogs(LogRequest request, Consumer<String> lines) {
    return new LogEnd.Ended();
  }
}
