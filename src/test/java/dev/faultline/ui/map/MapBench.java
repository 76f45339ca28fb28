package dev.faultline.ui.map;

import dev.faultline.graph.layout.ElkLayout;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapStructure;
import dev.faultline.graph.layout.Maps;
import dev.faultline.graph.layout.Placement;
import dev.faultline.graph.layout.Point;
import dev.faultline.text.Messages;
import dev.faultline.ui.theme.Themes;
import dev.faultline.ui.theme.Tokens;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Measures the map: its layout beside ELK alone on the same graph, and how long a frame takes while
 * it moves. Needs a display; see docs/benchmarks.md.
 */
public final class MapBench {

  private static final int FRAMES = 150;
  private static final int ROUNDS = 5;

  private MapBench() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (!List.of(arguments).contains("frames")) {
      layout(200, 320, 6);
      layout(1_000, 1_600, 12);
      layout(3_000, 4_800, 36);
    }
    if (!List.of(arguments).contains("layout")) {
      frames();
      Platform.exit();
    }
  }

  /** Places a map of this size, ours and ELK's by turns; the median counts. */
  private static void layout(int services, int arrows, int namespaces) throws InterruptedException {
    var structure = Maps.random(11, services, arrows, namespaces);
    var ours = new ArrayList<Double>();
    var alone = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      new ElkLayout().place(structure);
      ours.add((System.nanoTime() - start) / 1e6);
      start = System.nanoTime();
      new RecursiveGraphLayoutEngine().layout(flat(structure), new NullElkProgressMonitor());
      alone.add((System.nanoTime() - start) / 1e6);
    }
    say(
        "layout of %d services, %d arrows, %d namespaces: median %.0f ms (first %.0f ms); ELK alone"
            + " %.0f ms (first %.0f ms)",
        services,
        structure.lines().size(),
        namespaces,
        median(ours),
        ours.getFirst(),
        median(alone),
        alone.getFirst());
  }

  private static ElkNode flat(MapStructure structure) {
    var root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    var nodes = new HashMap<Object, ElkNode>();
    structure
        .nodes()
        .keySet()
        .forEach(
            subject -> {
              var node = ElkGraphUtil.createNode(root);
              node.setDimensions(Placement.NODE_WIDTH, Placement.NODE_HEIGHT);
              nodes.put(subject, node);
            });
    structure
        .lines()
        .forEach(
            line -> ElkGraphUtil.createSimpleEdge(nodes.get(line.from()), nodes.get(line.to())));
    return root;
  }

  private static void frames() throws InterruptedException {
    var structure = Maps.random(11, 1_000, 3_700, 12);
    var content = BigMap.content(structure);
    var scene = MapScene.of(content, new ElkLayout().place(structure));
    say("the map: %d services, %d arrows", scene.nodes().size(), scene.edges().size());
    var shown = new CountDownLatch(1);
    var pane = new MapPane[1];
    Platform.startup(
        () -> {
          pane[0] = open(scene);
          shown.countDown();
        });
    shown.await();
    var map = pane[0];
    until(map::isSettled);
    run("warm-up", i -> map.pan(3, 0));
    redraw(map, scene);
    onFx(map::fit);
    until(map::isSettled);
    run("panning, all in view", i -> map.pan(Math.cos(i / 12.0) * 14, Math.sin(i / 12.0) * 10));
    onFx(map::fit);
    run(
        "zooming in and out at a point",
        i -> map.zoom(i / 30 % 2 == 0 ? 1.05 : 1 / 1.05, new Point(600, 400)));
    onFx(() -> map.reveal(scene.nodes().get(500).subject()));
    Thread.sleep(1_500);
    run(
        "panning, near enough to read",
        i -> map.pan(Math.cos(i / 40.0) * 16, Math.sin(i / 40.0) * 10));
    onFx(map::fit);
    redraw(map, scene);
  }

  private static MapPane open(MapScene scene) {
    var words = new Words(new Messages(Locale.ENGLISH));
    var painter =
        new ScenePainter(Tokens.of(true), new Frames(new Messages(Locale.ENGLISH), false));
    var pane = new MapPane(painter, words);
    var themes = new Themes();
    themes.choose(Themes.Choice.DARK, 13);
    var window = new Scene(pane, 1440, 900);
    themes.dress(window);
    var stage = new Stage();
    stage.setScene(window);
    stage.show();
    pane.show(scene);
    pane.fit();
    return pane;
  }

  /** From a changed scene to the last of its steps on the screen. */
  private static void redraw(MapPane pane, MapScene scene) throws InterruptedException {
    var times = new ArrayList<Double>();
    double before = busy();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      onFx(
          () -> {
            // What looks the same as before would not be drawn anew.
            pane.show(MapScene.EMPTY);
            pane.show(scene);
          });
      until(pane::isSettled);
      times.add((System.nanoTime() - start) / 1e6);
    }
    say(
        "full redraw: median %.0f ms, longest %.0f ms; %.0f ms of processor time",
        median(times), Collections.max(times), (busy() - before) / ROUNDS);
  }

  private static void run(String what, IntConsumer step) throws InterruptedException {
    var times = new ArrayList<Double>();
    var end = new CountDownLatch(1);
    double before = busy();
    Platform.runLater(
        () ->
            new AnimationTimer() {
              private long last;
              private int frame;

              @Override
              public void handle(long unused) {
                long now = System.nanoTime();
                if (last > 0) {
                  times.add((now - last) / 1e6);
                }
                last = now;
                step.accept(frame++);
                if (frame > FRAMES) {
                  stop();
                  end.countDown();
                }
              }
            }.start());
    end.await();
    double work = (busy() - before) / FRAMES;
    Collections.sort(times);
    say(
        "%s: 50 of 100 frames within %.0f ms, 95 within %.0f ms, longest %.0f ms; %.1f ms of"
            + " processor time a frame",
        what,
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.getLast(),
        work);
  }

  private static void onFx(Runnable action) throws InterruptedException {
    var done = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          action.run();
          done.countDown();
        });
    done.await();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    var done = new CountDownLatch(1);
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                if (condition.getAsBoolean()) {
                  stop();
                  done.countDown();
                }
              }
            }.start());
    done.await();
  }

  /** What the FX thread and the one that draws have worked until now, in milliseconds. */
  private static double busy() {
    var threads = ManagementFactory.getThreadMXBean();
    double nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      var thread = threads.getThreadInfo(id);
      if (thread != null
          && (thread.getThreadName().contains("JavaFX Application")
              || thread.getThreadName().startsWith("QuantumRenderer"))) {
        nanos += threads.getThreadCpuTime(id);
      }
    }
    return nanos / 1e6;
  }

  private static double median(List<Double> times) {
    var sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void say(String pattern, Object... values) {
    System.out.println(String.format(Locale.ROOT, pattern, values));
  }
}
