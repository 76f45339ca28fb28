package dev.faultline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.faultline.testkit.States;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change costs the part it touches; a state that was handed out never changes. */
class ClusterStateTest {

  private static final Instant LATER = States.NOW.plusSeconds(1);

  private static String map(String namespace, String name, String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s, namespace: %s}\ndata: {k: %s}\n"
        .formatted(name, namespace, value);
  }

  private static ResourceRef ref(String namespace, String name) {
    return new ResourceRef(States.CLUSTER, Kind.CONFIG_MAP, namespace, name);
  }

  private final ClusterState state =
      States.of(map("a", "one", "1"), map("a", "two", "1"), map("b", "one", "1"));

  @Test
  void whatDidNotChangeIsShared() {
    var next = States.with(state, map("a", "one", "2"));

    assertThat(next.list(Kind.CONFIG_MAP, "b")).isSameAs(state.list(Kind.CONFIG_MAP, "b"));
    assertThat(next.list(Kind.CONFIG_MAP, "a")).isNotSameAs(state.list(Kind.CONFIG_MAP, "a"));
    assertThat(next.find(ref("a", "two")).orElseThrow())
        .isSameAs(state.find(ref("a", "two")).orElseThrow());
  }

  @Test
  void anEarlierStateStaysAsItWas() {
    var before = state.find(ref("a", "one"));

    States.with(state, map("a", "one", "2"), map("c", "new", "1"));

    assertThat(state.find(ref("a", "one"))).isEqualTo(before);
    assertThat(state.namespaces()).containsExactly("a", "b");
    assertThat(state.size()).isEqualTo(3);
  }

  @Test
  void changesHoldInTheirOrder() {
    var object = States.objects(map("a", "one", "2")).getFirst();
    var gone = new StateChange.Removed(object.ref());

    assertThat(state.apply(LATER, List.of(new StateChange.Put(object), gone)).find(object.ref()))
        .isEmpty();
    assertThat(state.apply(LATER, List.of(gone, new StateChange.Put(object))).find(object.ref()))
        .contains(object);
  }

  @Test
  void aNamespaceIsGoneWithItsLastObject() {
    var next = state.apply(LATER, List.of(new StateChange.Removed(ref("b", "one"))));

    assertThat(next.namespaces()).containsExactly("a");
    assertThat(next.list(Kind.CONFIG_MAP, "b")).isEmpty();
    assertThat(next.at()).isEqualTo(LATER);
  }

  @Test
  void whatIsRemovedTwiceOrWasNeverThereIsNoFailure() {
    var never = new StateChange.Removed(ref("x", "never"));

    assertThat(state.apply(LATER, List.of(never, never)).size()).isEqualTo(3);
  }

  @Test
  void aKindThatNobodyAskedForIsNotServed() {
    assertThat(state.coverage(new Kind("x.dev", "Thing"))).isInstanceOf(Coverage.NotServed.class);
    assertThat(state.coverage(Kind.POD)).isInstanceOf(Coverage.Live.class);
  }

  @Test
  void nobodyCanWriteToAState() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> state.namespaces().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> state.coverage().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> state.list(Kind.CONFIG_MAP, "a").clear());
  }

  @Test
  void manyChangesInOneStepGiveTheSameAsOneByOne() {
    var changes =
        Stream.of("1", "2", "3")
            .flatMap(value -> States.objects(map("n" + value, "c", value)).stream())
            .<StateChange>map(StateChange.Put::new)
            .toList();
    var stepwise = state;
    for (StateChange change : changes) {
      stepwise = stepwise.apply(LATER, List.of(change));
    }

    assertThat(state.apply(LATER, changes).all())
        .containsExactlyInAnyOrderElementsOf(stepwise.all().toList());
  }
}
