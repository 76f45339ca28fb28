package dev.faultline.ui.rollback;

import dev.faultline.cluster.WriteResult;
import dev.faultline.rollback.Preparation;
import dev.faultline.rollback.PreparationListener;
import dev.faultline.rollback.check.CheckResult;
import dev.faultline.rollback.plan.Candidates;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.runs.Dependent;
import dev.faultline.ui.fx.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known so far of a rollback that is being prepared.
 *
 * @param round which preparation it belongs to: answers of an older one come too late
 * @param basis what it could go back to, and who is affected
 * @param tried what the server answered to it
 * @param end how the preparation ended
 */
record Gathered(
    long round,
    Optional<Basis> basis,
    Optional<RollbackPlan> plan,
    Optional<Trial> tried,
    List<CheckResult> checks,
    Optional<Preparation> end) {

  Gathered {
    checks = List.copyOf(checks);
  }

  /** What is known before anybody is asked. */
  record Basis(Candidates candidates, List<Dependent> dependents) {
    Basis {
      dependents = List.copyOf(dependents);
    }
  }

  /**
   * The server's answer, in lines.
   *
   * @param answered whether it took the dry run
   */
  record Trial(boolean answered, List<DiffLine> diff) {
    Trial {
      diff = List.copyOf(diff);
    }
  }

  static Gathered nothing(long round) {
    return new Gathered(
        round, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  private Gathered with(Basis known) {
    return new Gathered(round, Optional.of(known), plan, tried, checks, end);
  }

  private Gathered with(RollbackPlan made) {
    return new Gathered(round, basis, Optional.of(made), tried, checks, end);
  }

  private Gathered with(Trial answer) {
    return new Gathered(round, basis, plan, Optional.of(answer), checks, end);
  }

  private Gathered with(CheckResult result) {
    var more = new ArrayList<>(checks);
    more.add(result);
    return new Gathered(round, basis, plan, tried, more, end);
  }

  private Gathered with(Preparation ended) {
    return new Gathered(round, basis, plan, tried, checks, Optional.of(ended));
  }

  /** Collects the parts on one thread, and hands on each new state of knowledge. */
  static final class Collector implements PreparationListener {
    private final Latest<Gathered> to;
    private Gathered now;

    Collector(long round, Latest<Gathered> to) {
      this.to = to;
      this.now = nothing(round);
    }

    void basis(Basis basis) {
      offer(now.with(basis));
    }

    @Override
    public void planned(RollbackPlan plan) {
      offer(now.with(plan));
    }

    @Override
    public void tried(RollbackPlan plan, WriteResult dryRun) {
      boolean answered = dryRun instanceof WriteResult.Accepted;
      offer(now.with(new Trial(answered, DiffLines.of(plan, dryRun))));
    }

    @Override
    public void checked(CheckResult result) {
      offer(now.with(result));
    }

    void ended(Preparation end) {
      offer(now.with(end));
    }

    private void offer(Gathered next) {
      now = next;
      to.offer(next);
    }
  }
}
