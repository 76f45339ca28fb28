package dev.faultline.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NodeFilterTest {

  private static final ClusterId EU = new ClusterId("eu");
  private static final ClusterId US = new ClusterId("us");

  private final MapContent content =
      new MapContent(
          new TreeMap<>(
              Map.of(
                  service(EU, "order"),
                  facts(NodeSort.APPLICATION, Status.HEALTHY),
                  service(EU, "payment"),
                  facts(NodeSort.APPLICATION, Status.FAILING),
                  service(US, "order"),
                  facts(NodeSort.APPLICATION, Status.UNKNOWN),
                  new MapSubject.Outside(US, "mail.example"),
                  facts(NodeSort.OUTSIDE, Status.UNKNOWN))),
          new TreeMap<>(),
          Groups.NAMESPACES);

  @Test
  void everythingIsShownUnlessToldOtherwise() {
    assertThat(NodeFilter.ALL.of(content)).isSameAs(content);
  }

  @Test
  void ofAHiddenClusterNothingIsDrawn() {
    assertThat(NodeFilter.ALL.with(US, false).of(content).nodes().keySet())
        .allMatch(subject -> subject.cluster().equals(EU))
        .hasSize(2);
    assertThat(NodeFilter.ALL.with(US, false).with(US, true)).isEqualTo(NodeFilter.ALL);
  }

  @Test
  void whatIsUnknownIsATroubleButNotWhatRunsElsewhere() {
    assertThat(NodeFilter.ALL.withTroubles(true).of(content).nodes().keySet())
        .containsExactlyInAnyOrder(service(EU, "payment"), service(US, "order"));
  }

  private static MapSubject service(ClusterId cluster, String name) {
    return new MapSubject.InCluster(new ResourceRef(cluster, Kind.DEPLOYMENT, "shop", name));
  }

  private static NodeFacts facts(NodeSort sort, Status status) {
    return new NodeFacts(sort, "1.0", "1/1", 1, status, Optional.empty(), Optional.empty());
  }
}
