package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.ElkLayout;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapStructure;
import dev.faultline.graph.layout.Maps;
import dev.faultline.model.Health.Status;
import org.junit.jupiter.api.Test;

/** All of a map, however large, fits into the corner, and what fails can still be found there. */
class MiniPictureTest {

  private static final Box AREA = new Box(7, 7, 154, 94);

  @Test
  void allOfTheMapIsInItAtOneScale() throws InterruptedException {
    var scene = scene(Maps.random(3, 600, 900, 8));

    var picture = MiniPicture.of(scene, AREA);

    assertThat(picture.nodes()).hasSize(600);
    assertThat(picture.frames()).hasSize(8);
    assertThat(picture.frames())
        .allSatisfy(
            frame -> assertThat(AREA.grown(0.01).around(frame)).isEqualTo(AREA.grown(0.01)));
    var whole = picture.camera().toView(scene.bounds());
    assertThat(whole.width() / whole.height())
        .isCloseTo(scene.bounds().width() / scene.bounds().height(), within(1e-6));
    assertThat(Math.max(whole.width() / AREA.width(), whole.height() / AREA.height()))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void aPlaceThereIsThePlaceOnTheMap() throws InterruptedException {
    var scene = scene(Maps.of("shop/gateway > shop/order > shop/payment"));
    var picture = MiniPicture.of(scene, AREA);

    var node = scene.nodes().getFirst();
    var there = picture.camera().toView(node.box()).centre();

    assertThat(picture.camera().toMap(there).x()).isCloseTo(node.box().centre().x(), within(1e-6));
    assertThat(picture.camera().toMap(there).y()).isCloseTo(node.box().centre().y(), within(1e-6));
  }

  @Test
  void whatFailsIsDrawnLastAndLargeEnoughToBeFound() throws InterruptedException {
    var picture = MiniPicture.of(scene(Maps.random(5, 3_000, 4_000, 12)), AREA);

    assertThat(picture.nodes().getLast().status()).isEqualTo(Status.FAILING);
    assertThat(picture.nodes())
        .filteredOn(node -> node.status() == Status.FAILING)
        .isNotEmpty()
        .allSatisfy(node -> assertThat(node.box().height()).isGreaterThanOrEqualTo(4));
    assertThat(picture.nodes())
        .filteredOn(node -> node.status() == Status.HEALTHY)
        .allSatisfy(node -> assertThat(node.box().height()).isLessThan(4));
  }

  @Test
  void figuresAloneMakeNoOtherPicture() throws InterruptedException {
    var structure = Maps.of("shop/gateway > shop/order", "pay/payment");

    assertThat(MiniPicture.of(scene(structure), AREA))
        .isEqualTo(MiniPicture.of(scene(structure), AREA))
        .isNotEqualTo(MiniPicture.of(scene(Maps.of("shop/gateway > shop/order")), AREA));
    assertThat(MiniPicture.of(MapScene.EMPTY, AREA)).isEqualTo(MiniPicture.NOTHING);
  }

  @Test
  void theFrameStaysInsideAndCanAlwaysBeSeen() {
    var all = new Box(0, 0, MiniMap.WIDTH, MiniMap.HEIGHT);

    for (var seen :
        new Box[] {
          new Box(-500, -500, 2_000, 2_000),
          new Box(-40, 20, 10, 10),
          new Box(400, 400, 3, 3),
          new Box(60, 50, 0.2, 0.1),
          new Box(20, 30, 50, 40)
        }) {
      var frame = MiniMap.framed(seen);
      assertThat(all.around(frame)).isEqualTo(all);
      assertThat(Math.min(frame.width(), frame.height())).isGreaterThanOrEqualTo(3);
    }
    assertThat(MiniMap.framed(new Box(20, 30, 50, 40))).isEqualTo(new Box(20.5, 30.5, 49, 39));
  }

  private static MapScene scene(MapStructure structure) throws InterruptedException {
    return MapScene.of(BigMap.content(structure), new ElkLayout().place(structure));
  }
}
