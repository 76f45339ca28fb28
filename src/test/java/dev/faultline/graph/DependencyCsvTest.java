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
import java.util.List;
import java.util.Optional;
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
