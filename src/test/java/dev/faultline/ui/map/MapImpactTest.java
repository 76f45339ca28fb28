package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.FaultlineCommand;
import dev.faultline.cli.Toolbox;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.BlastRadius;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.testkit.SimulatedTraffic;
import dev.faultline.text.Messages;
import dev.faultline.ui.map.Inspection.Link;
import dev.faultline.ui.map.Inspection.Selected;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.ContextLister;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who is hurt if a service fails, weighed by what really talks. */
class MapImpactTest extends MapOffScreen {

  private final Words words = new Words(new Messages(Locale.ENGLISH));

  @Test
  void theInspectorListsWhoIsHurtTheNearestFirstWithWhatGoesThatWay() {
    open(MapDesk.withTraffic(fx, folder));
    until(() -> picture().edgeKinds().contains(EdgeKind.QUIET));

    var hurt = hurt("payment");

    assertThat(hurt).extracting(link -> link.subject().label()).containsExactly("order", "gateway");
    assertThat(hurt.getFirst().words()).isEqualTo("1 hop · 2.2 req/s · 60 %");
    assertThat(hurt.getLast().words()).startsWith("2 hops · 2.4 req/s · ");
    assertThat(hurt.getFirst().whole())
        .isEqualTo(
            "shop/order is 1 hop away. 2.2 req/s, 100 % errors go that way: 60 % of what it is seen"
                + " to call.");
    assertThat(hurt("broker").getFirst().words()).isEqualTo("1 hop · quiet");
  }

  @Test
  void withoutTelemetryItIsSaidThatNobodyMeasures() {
    open(new MapDesk(fx, folder));

    assertThat(hurt("payment"))
        .extracting(Link::words)
        .containsExactly("1 hop · no traffic data", "2 hops · no traffic data");
  }

  @Test
  void theMapAndTheVerbSayTheSame() {
    open(MapDesk.withTraffic(fx, folder));
    until(() -> picture().edgeKinds().contains(EdgeKind.QUIET));

    for (var service : picture().workspace().services().toList()) {
      var ref = service.ref();
      var verb =
          impact(ref.path()).objects("dependents").map(MapImpactTest::said).sorted().toList();
      var map = hurtOnMap(ref).stream().map(MapImpactTest::said).sorted().toList();
      assertThat(map).as(ref.path()).isEqualTo(verb);
    }
  }

  @Test
  void whoIsHurtSaysHowMuchOnItsCardAndTheArrowsStandOutAccordingly() {
    open(MapDesk.withTraffic(fx, folder));
    until(() -> picture().edgeKinds().contains(EdgeKind.QUIET));
    hurtOnMap(MapDesk.PAYMENT);

    assertThat(written("order")).isEqualTo(new NodeWriting("1 hop · 60 %", "", "0/3"));
    assertThat(written("payment").version())
        .as("what fails is not its own victim")
        .isEqualTo("1.5.0");
    assertThat(words.node(node("order"))).contains("1 hop · 2.2 req/s · 60 %");
    var edges = picture().scene().edges();
    assertThat(edges).hasSize(2);
    assertThat(edges.stream().map(edge -> edge.facts().weight().orElseThrow()))
        .as("the busiest is drawn last, over the others")
        .isSorted()
        .last()
        .isEqualTo(0.6);
    assertThat(new BlastWords(new Messages(Locale.ENGLISH)).sentence(picture()))
        .startsWith("Who is hurt if payment fails: how many hops away, and what part");
  }

  @Test
  void whatNobodyMeasuresIsDrawnAsAlways() {
    open(new MapDesk(fx, folder));
    hurtOnMap(MapDesk.PAYMENT);

    assertThat(written("order").version()).isEqualTo("1 hop");
    assertThat(picture().scene().edges())
        .allSatisfy(edge -> assertThat(edge.facts().weight()).isEmpty());
    assertThat(new BlastWords(new Messages(Locale.ENGLISH)).sentence(picture()))
        .endsWith("How much they call it nobody measures here.");
  }

  private List<BlastRadius.Hurt> hurtOnMap(ResourceRef ref) {
    var subject = new MapSubject.InCluster(ref);
    onFx(
        () -> {
          model.currentProperty().set(Optional.of(subject));
          model.focus(MapFocus.NEEDED_BY);
        });
    until(
        () ->
            picture().choice().focus() instanceof Focus.Around around
                && around.node().equals(subject));
    return picture().scene().nodes().stream().flatMap(one -> one.facts().hurt().stream()).toList();
  }

  private MapNode node(String name) {
    return picture().scene().find(new MapSubject.InCluster(MapDesk.deployment(name))).orElseThrow();
  }

  private NodeWriting written(String name) {
    return NodeWriting.of(node(name).facts(), words);
  }

  private static String said(JsonObject dependent) {
    return "%s %d %.4f"
        .formatted(
            dependent.text("service", "name").orElseThrow(),
            dependent.number("callsAway").orElseThrow(),
            dependent
                .find("share")
                .map(one -> ((Json.Number) one).value().doubleValue())
                .orElse(-1.0));
  }

  private static String said(BlastRadius.Hurt hurt) {
    return "%s %d %.4f"
        .formatted(hurt.who().name(), hurt.callsAway(), hurt.flow().part().orElse(-1));
  }

  private JsonObject impact(String service) {
    var out = new StringWriter();
    var err = new StringWriter();
    var linked = desk.demo.linked();
    var tools =
        new Toolbox(
            (choice, kinds, look) -> new Opened(List.<LinkedCluster>of(linked), List.of()),
            new NoContexts(),
            new SimulatedTraffic(),
            id -> List.of(),
            new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                false),
            desk.clock,
            new Journal(folder),
            "kim",
            folder.resolve("log"));
    FaultlineCommand.run(tools, "impact", service, "--demo", "--prometheus", "-o", "json");
    assertThat(err.toString()).isEmpty();
    return (JsonObject) JsonCodec.read(out.toString());
  }

  private List<Link> hurt(String name) {
    var subject =
        picture()
            .workspace()
            .services()
            .filter(service -> service.ref().name().equals(name))
            .map(service -> new MapSubject.InCluster(service.ref()))
            .findFirst()
            .orElseThrow();
    onFx(() -> model.currentProperty().set(Optional.of(subject)));
    until(() -> inspection() instanceof Selected selected && selected.subject().equals(subject));
    return ((Selected) inspection()).hurt();
  }

  private static final class NoContexts implements ContextLister {
    @Override
    public Listing known(Optional<Path> kubeconfig) {
      return new Listing(List.of(), List.of());
    }

    @Override
    public Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound) {
      return known(kubeconfig);
    }
  }
}
