package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.rollback.Preparation;
import dev.faultline.rollback.Refusal;
import dev.faultline.rollback.Rollback;
import dev.faultline.rollback.RollbackEngine;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.plan.RollbackRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody writes in the very moment between our last look and our patch; through the ports. */
@OnRealCluster
class WriteRaceTest {

  private final Night night;
  private final Links links;

  WriteRaceTest(RealCluster cluster, @TempDir Path home) {
    this.night = new Night(cluster, home);
    this.links = new Links(cluster);
  }

  @BeforeEach
  void paymentIsBroken() {
    night.paymentIsBroken();
  }

  @AfterEach
  void theNightIsOver() {
    links.close();
    night.close();
  }

  @Test
  void statusThatACrashLoopWritesBeforeEachOfThreeTriesIsPassedByTheFourth()
      throws InterruptedException {
    var race =
        new Race(
            attempt -> {
              if (attempt <= 3) {
                writeStatus(attempt);
              }
            });

    var outcome = takeBack(race);

    assertThat(outcome).isInstanceOf(RollbackOutcome.Verified.class);
    assertThat(race.answers)
        .hasExactlyElementsOfTypes(
            WriteResult.Conflict.class,
            WriteResult.Conflict.class,
            WriteResult.Conflict.class,
            WriteResult.Accepted.class);
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
    assertThat(night.history("deployment/payment").getLast()).contains("Rolled back 1.5.0 → 1.4.2");
  }

  @Test
  void aReleaseInThatMomentIsMetByTheServersPreconditionAndNotOverwritten()
      throws InterruptedException {
    var race =
        new Race(
            attempt ->
                night.kubectl("set", "image", "deployment/payment", "payment=shop/payment:1.5.1"));

    var outcome = takeBack(race);

    assertThat(outcome).isInstanceOf(RollbackOutcome.Refused.class);
    assertThat(((RollbackOutcome.Refused) outcome).refusal()).isInstanceOf(Refusal.Moved.class);
    assertThat(race.answers).hasExactlyElementsOfTypes(WriteResult.Conflict.class);
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.1");
    assertThat(night.kubectl("rollout", "history", "deployment/payment"))
        .doesNotContain("Rolled back");
  }

  private void writeStatus(int attempt) {
    var noise =
        """
        {"status": {"conditions": [{"type": "Noise", "status": "True", "reason": "CrashLoop",
         "message": "for the %dth time"}]}}
        """;
    night.kubectl(
        "patch", "deployment/payment", "--subresource=status", "-p", noise.formatted(attempt));
  }

  private RollbackOutcome takeBack(Race race) throws InterruptedException {
    var linked = links.watch(RealCluster.ADMINISTRATOR, night.namespace());
    race.behind = linked.actions();
    var payment =
        new ResourceRef(linked.source().cluster(), Kind.DEPLOYMENT, night.namespace(), "payment");
    var raced = new LinkedCluster(linked.source(), race, linked.safety());
    var engine =
        new RollbackEngine(raced, night.faultline().journal(), InstantSource.system(), "anna");
    var options = new RollbackRequest.Options(Duration.ofSeconds(2), Duration.ofMinutes(2), false);
    var to = links.revision(linked, payment, "1.4.2");
    var rollback =
        ready(engine.prepare(RollbackRequest.of(payment, to.id(), Night.REASON, options)));
    rollback.confirm("");
    return rollback.run();
  }

  private static Rollback ready(Preparation preparation) {
    assertThat(preparation).isInstanceOf(Preparation.Ready.class);
    return ((Preparation.Ready) preparation).rollback();
  }

  /** Lets something happen right before each real write, and keeps the server's answers. */
  private static final class Race implements ClusterActions {
    private final IntConsumer happening;
    private final List<WriteResult> answers = new ArrayList<>();
    private ClusterActions behind;

    Race(IntConsumer happening) {
      this.happening = happening;
      this.behind = new dev.faultline.cluster.NoActions("not linked yet");
    }

    @Override
    public Reading read(ResourceRef ref) {
      return behind.read(ref);
    }

    @Override
    public Permission mayI(Action action) {
      return behind.mayI(action);
    }

    @Override
    public LogReading logs(LogRequest request) {
      return behind.logs(request);
    }

    @Override
    public LogEnd followLogs(LogRequest request, Consumer<String> lines)
        throws InterruptedException {
      return behind.followLogs(request, lines);
    }

    @Override
    public WriteResult write(Write write) {
      if (write.dryRun()) {
        return behind.write(write);
      }
      happening.accept(answers.size() + 1);
      var answer = behind.write(write);
      answers.add(answer);
      return answer;
    }
  }
}
