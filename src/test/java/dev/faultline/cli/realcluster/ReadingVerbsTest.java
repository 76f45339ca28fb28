package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.json.JsonObject;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of a cluster by each verb, and by whom. */
@OnRealCluster
class ReadingVerbsTest {

  private final RealCluster cluster;
  private final Night night;

  ReadingVerbsTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
    this.night = new Night(cluster, home);
  }

  @BeforeEach
  void paymentIsBroken() {
    night.paymentIsBroken();
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void everyVerbShowsTheIncidentAsKubectlDoes() throws IOException {
    var services = night.run("services", "-o", "json").exits(0).json();
    var payment = named(services, "payment");
    assertThat(payment.text("version", "text")).contains("1.5.0");
    assertThat(payment.text("health", "status")).isPresent().get().isNotEqualTo("healthy");
    assertThat(named(services, "payment-db").text("health", "status")).contains("healthy");
    assertThat(night.run("services").exits(0).out())
        .containsPattern("payment +Deployment +1.5.0 +(progressing|degraded|failing) +3/3")
        .containsPattern("payment-db +StatefulSet +17.2 +healthy +2/2");

    var versions = night.run("versions", "payment", "-o", "json").exits(0).json();
    assertThat(
            versions
                .objects("revisions")
                .map(revision -> revision.text("version", "text").orElse("")))
        .containsExactly("1.5.0", "1.4.2");
    assertThat(
            versions.objects("revisions").map(revision -> revision.text("changeCause").orElse("")))
        .containsExactly("payment 1.5.0", "payment 1.4.2");

    assertThat(night.run("service", "payment").exits(0).out())
        .contains(
            "CrashLoopBackOff", "ConfigMap payment-config", "Secret payment-db, key password");
    assertThat(night.run("graph", "-o", "csv").exits(0).out())
        .startsWith("caller,callee,class,provenance,evidence")
        .contains(night.namespace() + "/payment," + night.namespace() + "/payment-db,");

    var diff = night.run("diff", "payment@1.4.2", "payment@1.5.0").exits(1).out();
    assertThat(diff).contains("shop/payment:1.4.2", "shop/payment:1.5.0", "DB_POOL");
    night.run("diff", "payment@1.5.0", "payment@live").exits(0);
    night.run("diff", "payment@1.5.0", "payment@9.9.9").exits(2);
    var file = night.faultline().home().resolve("payment.json");
    Files.writeString(file, night.kubectl("get", "deployment/payment", "-o", "json"));
    night.run("diff", "payment@live", file.toString()).exits(0);
    assertThat(night.run("diff", "payment@1.4.2", file.toString()).exits(1).out())
        .contains("DB_POOL");
  }

  @Test
  void everyContextIsTestedAndSaysWhatMayBeDone() {
    var contexts = night.faultline().run("contexts", "-o", "json").exits(0).json();

    assertThat(contexts.objects("contexts").map(context -> context.text("name").orElse("")))
        .containsExactlyInAnyOrderElementsOf(cluster.contexts());
    assertThat(contexts.objects("contexts")).allMatch(context -> context.isTrue("reachable"));
  }

  @Test
  void eachUserSeesWhatIsPermittedAndANoteForTheRest() {
    assertThat(night.runAs(RealCluster.VIEWER, "services").exits(0).out()).contains("payment");

    var noConfig = night.runAs(RealCluster.NOCONFIG, "service", "payment").exits(0);
    assertThat(noConfig.out()).contains("1.5.0");
    assertThat(noConfig.err()).contains("ConfigMap not read: you may not list configmaps");
    assertThat(noConfig.err()).contains("Secret not read: ");

    var nobody = night.runAs(RealCluster.NOBODY, "services");
    assertThat(nobody.err()).contains("Deployment not read: you may not list deployments");
    assertThat(nobody.out()).doesNotContain("payment");

    var everywhere = night.faultline().run("services", "--context", RealCluster.NAMESPACED);
    assertThat(everywhere.err()).contains("name those you may see with -n");
    var shop = night.faultline().run("services", "--context", RealCluster.NAMESPACED, "-n", "shop");
    assertThat(shop.exits(0).err()).isEmpty();
  }

  private static JsonObject named(JsonObject services, String name) {
    return services
        .objects("clusters")
        .flatMap(one -> one.objects("services"))
        .filter(service -> service.text("name").filter(name::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
