package dev.faultline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.NamedHost;
import dev.faultline.model.Provenance;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.Sighting;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DependencyCsvTest {

  @Test
  void aLineNamesBothEndsClassProvenanceAndEvidence() {
    assertThat(DependencyCsv.write(List.of(edge("order", "PAYMENT_URL"))))
        .isEqualTo(
            """
            caller,callee,class,provenance,evidence
            shop/order,shop/payment,application,declared,env PAYMENT_URL in Deployment shop/order
            """);
  }

  @Test
  void commasQuotesAndLineBreaksStayInsideTheirCell() {
    var csv = DependencyCsv.write(List.of(edge("order", "a \"b\",\nc\u001b[31m")));

    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).contains("\"env a \"\"b\"\", c [31m in Deployment shop/order\"");
    assertThat(Table.parse(csv).rows().getFirst()).containsEntry("callee", "shop/payment");
  }

  @Test
  void trafficIsEvidenceInTheSameColumns() {
    var seen =
        new Sighting(
            "Istio",
            "Prometheus at x",
            new TrafficFigures(
                TrafficUnit.REQUESTS,
                12.34,
                OptionalDouble.of(0.015),
                Optional.of(Duration.ofMillis(40))),
            new SeenTime(Instant.EPOCH, Instant.EPOCH, false));
    var declared = edge("order", "PAYMENT_ADDR");
    var both =
        new Dependency(
            declared.caller(),
            declared.callee(),
            declared.edgeClass(),
            Provenance.BOTH,
            declared.strength(),
            declared.evidence(),
            List.of(seen));

    assertThat(DependencyCsv.write(List.of(both)).lines().toList().getLast())
        .isEqualTo(
            "shop/order,shop/payment,application,both,"
                + "\"Istio saw 12.3 req/s, 1.5 % errors, p95 40.0 ms; "
                + "env PAYMENT_ADDR in Deployment shop/order\"");
  }

  @Test
  void aCellIsNeverAFormula() {
    var ref = new ResourceRef(Manifests.CLUSTER, Kind.DEPLOYMENT, "", "=cmd|' /C calc'!A0");
    var edge =
        new Dependency(
            ref,
            new Callee.ToExternal("x.example.com"),
            EdgeClass.EXTERNAL,
            Provenance.DECLARED,
            Strength.FIRM,
            List.of());

    assertThat(DependencyCsv.write(List.of(edge)).lines().toList().getLast()).startsWith("'=cmd");
  }

  private static Dependency edge(String caller, String place) {
    var from = new ResourceRef(Manifests.CLUSTER, Kind.DEPLOYMENT, "shop", caller);
    var to = from.sibling(Kind.DEPLOYMENT, "payment");
    var host = new NamedHost("payment", OptionalInt.empty(), Optional.empty());
    return new Dependency(
        from,
        new Callee.ToWorkload(to, List.of()),
        EdgeClass.APPLICATION,
        Provenance.DECLARED,
        Strength.STRONG,
        List.of(
            new Evidence(
                "env", from, Optional.of("main"), place, host, Strength.STRONG, Optional.empty())));
  }
}
