package dev.faultline.rollback.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.rollback.Night;
import dev.faultline.rollback.Plans;
import dev.faultline.rollback.plan.RollbackRequest;
import java.util.Optional;

/** A night on which one check at a time is run. */
abstract class CheckBench {

  static final RollbackRequest.Options OPTIONS = RollbackRequest.Options.DEFAULT;
  static final LinkedCluster.Safety SAFE = new LinkedCluster.Safety(false, false, false);

  final Night night = Night.incident();
  final Answers answers = new Answers();
  Manifest live = Night.deployment("1.5.0", 5, 5);
  RollbackRequest.Options options = OPTIONS;
  String reason = "payments fail";
  LinkedCluster.Safety safety = SAFE;
  Optional<WriteResult> dryRun = Optional.empty();

  CheckOutcome run(Check check) {
    night.put(live);
    var state = night.state();
    var plan = Plans.of(state, live, "1.4.2", reason, options);
    var answer = dryRun.orElseGet(() -> new WriteResult.Accepted(Night.deployment("1.4.2", 6, 5)));
    return check.run(new CheckContext(plan, state, answers, safety, answer));
  }

  void edit(Json value, String... path) {
    live = new Manifest(live.tree().with(value, path));
  }

  /** The target's template as its ReplicaSet holds it, with this pod spec. */
  void targetSpec(String json) {
    var holder = Night.replicaSet("good", "1.4.2", 1);
    night.put(new Manifest(holder.tree().with(JsonCodec.read(json), "spec", "template", "spec")));
  }

  static void passes(CheckOutcome outcome) {
    assertThat(outcome).isInstanceOf(CheckOutcome.Passed.class);
    assertThat(outcome.evidence()).isNotEmpty();
  }

  static void says(CheckOutcome outcome, Class<? extends CheckOutcome> sort, String... words) {
    assertThat(outcome).isInstanceOf(sort);
    for (String word : words) {
      assertThat(String.join("\n", outcome.evidence())).contains(word);
    }
  }
}
