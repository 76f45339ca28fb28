package dev.faultline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Kind;
import dev.faultline.model.Provenance;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyDrawingTest {

  private static final String HOSTILE = "a\"];\u001b[31m<script>\\\n-->";

  @Test
  void eachEdgeIsOneLineDrawnAsItIsKnown() {
    var edges =
        List.of(
            edge("order", "payment", Provenance.OBSERVED),
            edge("order", "user", Provenance.DECLARED));

    assertThat(DependencyDrawing.dot(edges))
        .isEqualTo(
            """
            digraph dependencies {
              rankdir=LR;
              node [shape=box];
              "shop/order" -> "shop/payment" [style=solid];
              "shop/order" -> "shop/user" [style=dashed];
            }
            """);
    assertThat(DependencyDrawing.mermaid(edges))
        .isEqualTo(
            """
            flowchart LR
              n0["shop/order"]
              n1["shop/payment"]
              n0 --> n1
              n2["shop/user"]
              n0 -.-> n2
            """);
  }

  @Test
  void aHostileNameStaysWithinItsQuotes() {
    var edges = List.of(edge(HOSTILE, "payment", Provenance.ALLOWED));

    assertThat(DependencyDrawing.dot(edges))
        .contains("\"shop/a\\\"]; [31m<script>\\\\ -->\" -> \"shop/payment\" [style=dotted];")
        .doesNotContain("\u001b");
    assertThat(DependencyDrawing.mermaid(edges).lines().toList().get(1))
        .isEqualTo("  n0[\"shop/a#34;#93;#59; #91;31m#60;script#62;#92; --#62;\"]");
  }

  private static Dependency edge(String caller, String callee, Provenance provenance) {
    return new Dependency(
        ref(caller),
        new Dependency.Callee.ToWorkload(ref(callee), List.of()),
        EdgeClass.APPLICATION,
        provenance,
        Strength.STRONG,
        List.of());
  }

  private static ResourceRef ref(String name) {
    return new ResourceRef(new ClusterId("test"), Kind.DEPLOYMENT, "shop", name);
  }
}
