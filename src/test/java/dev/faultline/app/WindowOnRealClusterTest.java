package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.rollback.journal.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The night in the window, against a real API server: link, find, compare, take back, undo. */
@OnRealCluster
class WindowOnRealClusterTest {

  private final RealCluster cluster;
  private final Path home;
  private String namespace = "";
  private OpenWindow window;

  WindowOnRealClusterTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
    this.home = home;
  }

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @BeforeEach
  void paymentIsBroken() throws Exception {
    namespace = cluster.newNamespace();
    cluster.applyShop(namespace);
    cluster.releaseBrokenPayment(namespace);
    window =
        OpenWindow.ofUser(
            Map.of("KUBECONFIG", cluster.kubeconfig().toString(), "HOME", home.toString()));
  }

  @AfterEach
  void theNightIsOver() throws Exception {
    window.close();
    cluster.deleteNamespace(namespace);
  }

  @Test
  void theBrokenReleaseIsFoundComparedTakenBackAndPutBack() {
    link();
    window.until("the map says what fails", () -> window.says("payment 1.5.0:"));

    window.robot.clickOn("Compare with 1.4.2");
    window.node("#diff-take-back", Button.class);
    window.robot.clickOn("#diff-take-back");
    var act = window.node("#do-it", Button.class);
    window.until("the plan is there", () -> act.getText().equals("Roll back payment to 1.4.2"));
    window.until("the checks are done", () -> window.says("Checks: "));
    window.robot.clickOn("#reason").write("1.5.0 crashes");
    window.robot.clickOn("#do-it");
    window.until("it is verified", () -> window.says("Verified: payment runs 1.4.2 again"));

    assertThat(image()).isEqualTo("shop/payment:1.4.2");
    assertThat(window.journal.read().entries().getFirst().ended())
        .hasValueSatisfying(end -> assertThat(end.result()).isEqualTo(Step.Result.VERIFIED));

    window.robot.clickOn("#undo");
    var back = window.node("#do-it", Button.class);
    window.until("the undo is planned", () -> back.getText().equals("Put 1.5.0 back"));
    window.until("the checks are done", () -> window.says("Checks: "));
    window.robot.clickOn("#reason").write("it was the database");
    window.robot.clickOn("#do-it");
    window.until("1.5.0 is back", () -> image().equals("shop/payment:1.5.0"));
  }

  private String image() {
    return cluster
        .kubectl(
            "-n",
            namespace,
            "get",
            "deployment/payment",
            "-o",
            "jsonpath={.spec.template.spec.containers[0].image}")
        .orFail()
        .stdout();
  }

  /** Other tests have namespaces of their own on this cluster: only ours is looked at. */
  private void link() {
    window.until("every context was tested", () -> window.says("answers in"));
    for (String context : cluster.contexts()) {
      var box = window.node("#choose-" + context, CheckBox.class);
      if (box.isSelected() != context.equals(RealCluster.ADMINISTRATOR)) {
        window.robot.clickOn("#choose-" + context);
      }
    }
    window.until(
        "the button says how many",
        () -> window.node("#link", Button.class).getText().equals("Link to 1 cluster"));
    window.robot.clickOn("#link");
    window.until("the namespaces are known", () -> window.find("#namespaces").isPresent());
    window.robot.clickOn("#namespaces");
    var search = window.node(".namespace-menu .text-field", TextField.class);
    window.robot.interact(() -> search.setText(namespace));
    window.until("ours is listed", () -> window.says(namespace));
    window.robot.clickOn(".namespace-menu .list-cell .check-box");
    window.robot.clickOn("#go-map");
    window.robot.sleep(Duration.ofMillis(200).toMillis());
  }
}
