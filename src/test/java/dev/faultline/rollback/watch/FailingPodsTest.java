package dev.faultline.rollback.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.intake.Intake;
import dev.faultline.model.Pod;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.Night;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FailingPodsTest {

  private static final String BODY =
      "MIIEowIBAAKCAQEAtPlantedKeyMaterialThatNobodyMaySee0123456789abcd";

  /** A cluster of which only the logs are looked at. */
  private record Logs(List<String> lines) implements ClusterActions {
    @Override
    public Reading read(ResourceRef ref) {
      return new Reading.Absent();
    }

    @Override
    public Permission mayI(Action action) {
      return new Permission.Granted();
    }

    @Override
    public WriteResult write(Write write) {
      return new WriteResult.Absent();
    }

    @Override
    public LogReading logs(LogRequest request) {
      return new LogReading.Lines(lines);
    }

    @Override
    public LogEnd followLogs(LogRequest request, Consumer<String> lines) {
      return new LogEnd.Ended();
    }
  }

  private static List<String> shown(String... lines) {
    var pod =
        (Pod)
            Intake.read(Night.CLUSTER, Night.pod("good-1", "good", false, 2, WatchBench.CRASHING));
    return FailingPods.describe(List.of(pod), new Logs(List.of(lines))).getFirst().logLines();
  }

  @Test
  void aKeyThatAnApplicationPrintsBeforeItDiesIsHiddenLineByLine() {
    assertThat(
            shown(
                "cannot parse key:",
                "-----BEGIN RSA PRIVATE KEY-----",
                BODY,
                BODY,
                "-----END RSA PRIVATE KEY-----",
                "exiting"))
        .containsExactly(
            "cannot parse key:",
            "-----BEGIN RSA PRIVATE KEY-----",
            Redaction.MASK,
            Redaction.MASK,
            "-----END RSA PRIVATE KEY-----",
            "exiting");
  }

  @Test
  void aKeyWhoseBeginningIsNoLongerAmongTheLastLinesIsHiddenToo() {
    assertThat(shown("starting", BODY, BODY, "-----END PRIVATE KEY-----", "exiting"))
        .containsExactly(
            "starting", Redaction.MASK, Redaction.MASK, "-----END PRIVATE KEY-----", "exiting");
  }

  @Test
  void aCertificateIsPublicAndStays() {
    assertThat(shown(BODY, "-----END CERTIFICATE-----"))
        .containsExactly(BODY, "-----END CERTIFICATE-----");
  }
}
