package dev.faultline.ui.map;

import dev.faultline.graph.layout.Folds;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.MapPicture.Grouping;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Which namespaces are folded into one node each: the entries of a menu, and its title. */
final class GroupMenu {

  /** More open groups are folded on the map itself. */
  private static final int MOST = 12;

  private final MapViewModel model;
  private final ScreenTools tools;

  GroupMenu(MapViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
  }

  String title() {
    var grouping = model.pictureProperty().get().grouping();
    int folded = grouping.folded().size();
    if (folded == 0) {
      return tools.say("map.groups-title");
    }
    var state =
        folded == grouping.groups().size()
            ? tools.say("map.groups-all-folded")
            : tools.say("map.groups-some", folded, grouping.groups().size());
    return tools.say("map.groups", state);
  }

  List<MenuItem> items() {
    var folds = model.choiceProperty().get().folds();
    var items = new ArrayList<MenuItem>();
    items.add(choice(tools.say("map.groups-automatic"), folds, Folds.AUTOMATIC));
    items.add(choice(tools.say("map.groups-all-folded"), folds, Folds.all(true)));
    items.add(choice(tools.say("map.groups-all-open"), folds, Folds.all(false)));
    var open = open(model.pictureProperty().get().grouping(), folds);
    if (!open.isEmpty()) {
      items.add(new SeparatorMenuItem());
      items.addAll(open);
    }
    return items;
  }

  /** The open groups, to be folded. */
  private List<MenuItem> open(Grouping grouping, Folds folds) {
    return grouping.groups().stream()
        .filter(group -> !grouping.folded().contains(group))
        .limit(MOST)
        .<MenuItem>map(
            group -> {
              var item = new MenuItem(tools.say("map.groups-fold", group.namespace()));
              item.setMnemonicParsing(false);
              item.setOnAction(event -> model.refold(group, folds.with(group, true)));
              return item;
            })
        .toList();
  }

  private MenuItem choice(String text, Folds now, Folds chosen) {
    var item = new RadioMenuItem(text);
    item.setSelected(now.equals(chosen));
    item.setOnAction(event -> model.fold(chosen));
    return item;
  }
}
