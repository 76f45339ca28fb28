package dev.faultline.app;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Mending;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.workspace.EdgeMender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps mended edges in the settings of their context. */
record SettingsMender(SettingsKeeper settings) implements EdgeMender {

  @Override
  public void mend(ClusterId cluster, Mending said) {
    change(
        cluster,
        edges -> {
          edges.removeIf(one -> isOfSameEdge(one, said));
          edges.add(said);
        });
  }

  @Override
  public void takeBack(ClusterId cluster, Mending said) {
    change(cluster, edges -> edges.remove(said));
  }

  private static boolean isOfSameEdge(Mending one, Mending other) {
    return one.caller().equals(other.caller()) && one.callee().equals(other.callee());
  }

  private void change(ClusterId cluster, Consumer<List<Mending>> change) {
    settings.change(
        before -> {
          var context = before.forContext(cluster.name());
          var edges = new ArrayList<>(context.edges());
          change.accept(edges);
          return before.withContext(cluster.name(), context.withEdges(edges));
        });
  }
}
