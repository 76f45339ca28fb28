package dev.faultline.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The engineer learns the map by heart: it must not jump while data refresh. */
class StableLayoutTest {

  private static final MapStructure SHOP =
      Maps.of(
          "shop/gateway > shop/order > shop/payment > shop/payment-db",
          "shop/order > platform/broker",
          "shop/gateway > shop/user > shop/user-db",
          "platform/log-agent");

  private int layouts;
  private final StableLayout stable =
      new StableLayout(
          structure -> {
            layouts++;
            return new ElkLayout().place(structure);
          });

  @Test
  void callersStandLeftOfWhatTheyCall() throws InterruptedException {
    var placement = stable.place("all", SHOP);

    for (Line line : SHOP.lines()) {
      var caller = placement.boxes().get(line.from());
      var callee = placement.boxes().get(line.to());
      assertThat(caller.right()).as(line.toString()).isLessThan(callee.x());
    }
  }

  @Test
  void anEntryThatNothingCallsStandsAtTheLeftOfItsFrame() throws InterruptedException {
    var chain = Maps.of("shop/web > shop/cart > shop/price > shop/db", "shop/hooks > shop/db");
    var web = Maps.service("shop", "web");
    var hooks = Maps.service("shop", "hooks");
    var db = Maps.service("shop", "db");
    var unmarked = new ElkLayout().place(chain).boxes();

    var marked = new ElkLayout().place(chain.withEntries(Set.of(hooks, db))).boxes();

    assertThat(unmarked.get(hooks).x()).isGreaterThan(unmarked.get(web).x());
    assertThat(marked.get(hooks).x()).isEqualTo(marked.get(web).x());
    assertThat(marked.get(db).x()).isEqualTo(unmarked.get(db).x());
  }

  @Test
  void whatBecomesAnEntryStaysWhereItIs() throws InterruptedException {
    var first = stable.place("all", SHOP);

    var after = stable.place("all", SHOP.withEntries(Set.of(Maps.service("shop", "gateway"))));

    assertThat(after.boxes()).isEqualTo(first.boxes());
    assertThat(after.routes()).isEqualTo(first.routes());
    assertThat(layouts).isEqualTo(1);
  }

  @Test
  void aRefreshOfTheSameStructureMovesNothingAndCostsNoLayout() throws InterruptedException {
    var first = stable.place("all", SHOP);

    var again =
        stable.place(
            "all",
            Maps.of(
                "platform/log-agent",
                "shop/gateway > shop/user > shop/user-db",
                "shop/gateway > shop/order > shop/payment > shop/payment-db",
                "shop/order > platform/broker"));

    assertThat(again).isSameAs(first);
    assertThat(layouts).isEqualTo(1);
  }

  @Test
  void aServiceThatIsGoneLeavesAGapAndTheOthersInPlace() throws InterruptedException {
    var first = stable.place("all", SHOP);

    var after =
        stable.place(
            "all",
            Maps.of(
                "shop/gateway > shop/order > shop/payment > shop/payment-db",
                "shop/order > platform/broker",
                "shop/gateway > shop/user",
                "platform/log-agent"));

    assertThat(after.boxes()).doesNotContainKey(Maps.service("shop", "user-db"));
    after.boxes().forEach((subject, box) -> assertThat(box).isEqualTo(first.boxes().get(subject)));
    assertThat(layouts).isEqualTo(1);
  }

  @Test
  void aNewServiceIsPutToTheRightOfItsCaller() throws InterruptedException {
    var first = stable.place("all", SHOP);

    var after =
        stable.place(
            "all",
            Maps.of(
                "shop/gateway > shop/order > shop/payment > shop/payment-db",
                "shop/order > platform/broker",
                "shop/gateway > shop/user > shop/user-db",
                "shop/user > shop/user-cache",
                "platform/log-agent"));

    assertThat(after.boxes()).containsAllEntriesOf(first.boxes());
    var cache = after.boxes().get(Maps.service("shop", "user-cache"));
    assertThat(cache.x()).isGreaterThan(after.boxes().get(Maps.service("shop", "user")).right());
    assertThat(layouts).isEqualTo(1);
  }

  @Test
  void tidyingLaysOutAnewAndIsRemembered() throws InterruptedException {
    stable.place("all", SHOP);

    var tidied = stable.tidy("all", SHOP);

    assertThat(layouts).isEqualTo(2);
    assertThat(stable.place("all", SHOP)).isSameAs(tidied);
  }

  @Test
  void servicesWithoutArrowsStandInAGridAndNotInAnEndlessColumn() throws InterruptedException {
    var names = new String[60];
    for (int i = 0; i < names.length; i++) {
      names[i] = "shop/lonely-" + i;
    }

    var placement = stable.place("all", Maps.of(names));

    var around = Box.around(placement.boxes().values()).orElseThrow();
    assertThat(around.width() / around.height()).isBetween(0.8, 4.0);
  }

  @Test
  void hostsOutsideTheClusterHaveNoFrameOfTheirOwn() throws InterruptedException {
    var placement = stable.place("all", Maps.of("shop/payment > api.bank.example"));

    assertThat(placement.frames().keySet()).containsExactly(Maps.group("shop"));
    assertThat(placement.boxes()).hasSize(2);
  }

  @Test
  void aThousandServicesAreLaidOut() throws InterruptedException {
    var structure = Maps.random(3, 1_000, 1_500, 12);

    var placement = stable.place("all", structure);

    assertThat(placement.boxes()).hasSize(1_000);
    assertThat(placement.routes()).hasSameSizeAs(structure.lines());
  }

  @Test
  void aLayoutThatNobodyWantsAnyMoreEnds() throws InterruptedException {
    var started = new CountDownLatch(1);
    var end = new AtomicReference<Throwable>();
    var thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  started.countDown();
                  try {
                    while (true) {
                      new ElkLayout().place(Maps.random(5, 200, 400, 4));
                    }
                  } catch (InterruptedException e) {
                    end.set(e);
                  }
                });
    started.await();

    thread.interrupt();

    assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void anArrowNeedsBothItsEnds() {
    var other = Maps.of("shop/elsewhere");

    assertThatThrownBy(
            () ->
                new MapStructure(
                    other.nodes(), Maps.of("shop/a > shop/b").lines(), other.entries()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two nodes");
  }
}
