package dev.faultline.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever an application looks like, its map can be read. */
class LayoutPropertiesTest {

  @Property(tries = 25)
  void noTwoNodesOverlapAndEachLiesInItsFrameAlone(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int services,
      @ForAll @IntRange(max = 70) int arrows,
      @ForAll @IntRange(min = 1, max = 4) int namespaces)
      throws InterruptedException {
    var structure = entered(seed, Maps.random(seed, services, arrows, namespaces));

    var placement = new ElkLayout().place(structure);

    assertThat(placement.boxes().keySet()).isEqualTo(structure.nodes().keySet());
    assertThat(overlaps(List.copyOf(placement.boxes().values()))).isEmpty();
    assertThat(overlaps(List.copyOf(placement.frames().values()))).isEmpty();
    structure
        .nodes()
        .forEach(
            (subject, group) -> {
              var frame = placement.frames().get(group.orElseThrow()).grown(0.001);
              var box = placement.boxes().get(subject);
              assertThat(frame.contains(box.x(), box.y())).as("frame of " + subject).isTrue();
              assertThat(frame.contains(box.right(), box.bottom())).isTrue();
            });
  }

  @Property(tries = 25)
  void everyArrowGoesFromTheBorderOfItsCallerToTheBorderOfItsCallee(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 40) int services,
      @ForAll @IntRange(min = 1, max = 70) int arrows,
      @ForAll @IntRange(min = 1, max = 4) int namespaces)
      throws InterruptedException {
    var structure = entered(seed, Maps.random(seed, services, arrows, namespaces));

    var placement = new ElkLayout().place(structure);

    assertThat(placement.routes().keySet()).isEqualTo(structure.lines());
    placement.routes().forEach((line, route) -> assertJoins(placement, line, route));
  }

  @Property(tries = 25)
  void aNewServiceMovesNobodyAndCoversNobody(
      @ForAll long seed,
      @ForAll @IntRange(min = 6, max = 40) int services,
      @ForAll @IntRange(max = 70) int arrows,
      @ForAll @IntRange(min = 1, max = 3) int namespaces)
      throws InterruptedException {
    var before = Maps.random(seed, services, arrows, namespaces);
    var nodes = new HashMap<MapSubject, Optional<GroupId>>(before.nodes());
    var lines = new HashSet<Line>(before.lines());
    var newcomer = Maps.service("team-0", "newcomer");
    nodes.put(newcomer, Optional.of(Maps.group("team-0")));
    lines.add(new Line(before.nodes().firstKey(), newcomer));
    var after = MapStructure.of(nodes, lines);
    var old = new ElkLayout().place(before);

    var kept = new Insertion(before, old, after).placement();

    if (kept.isPresent()) {
      assertThat(kept.get().boxes()).containsAllEntriesOf(old.boxes());
      assertThat(overlaps(List.copyOf(kept.get().boxes().values()))).isEmpty();
      assertThat(overlaps(List.copyOf(kept.get().frames().values()))).isEmpty();
      kept.get().routes().forEach((line, route) -> assertJoins(kept.get(), line, route));
    } else {
      assertThat(namespaces).as("a lone frame can always grow").isGreaterThan(1);
    }
  }

  /** The same with calls from outside to some of the services, called by others or not. */
  private static MapStructure entered(long seed, MapStructure structure) {
    var random = new Random(seed);
    return structure.withEntries(
        structure.nodes().keySet().stream()
            .filter(node -> random.nextInt(3) == 0)
            .collect(Collectors.toSet()));
  }

  private static void assertJoins(Placement placement, Line line, Route route) {
    assertThat(route.start()).isEqualTo(placement.boxes().get(line.from()).exit());
    assertThat(route.end()).isEqualTo(placement.boxes().get(line.to()).entry());
    var curves = route.curves();
    for (int i = 1; i < curves.size(); i++) {
      assertThat(curves.get(i).from()).isEqualTo(curves.get(i - 1).to());
    }
  }

  private static List<List<Box>> overlaps(List<Box> boxes) {
    var overlapping = new ArrayList<List<Box>>();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        if (boxes.get(i).overlaps(boxes.get(j))) {
          overlapping.add(List.of(boxes.get(i), boxes.get(j)));
        }
      }
    }
    return overlapping;
  }
}
