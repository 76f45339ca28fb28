package dev.faultline.ui.map;

import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.MapPicture.Grouping;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * What services are framed together by, and which of the groups are folded into one node each: the
 * entries of a menu, and its title.
 */
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
    for (GroupBy by : GroupBy.values()) {
      items.add(by(by));
    }
    items.add(new SeparatorMenuItem());
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
              var item = new MenuItem(tools.say("map.groups-fold", group.name()));
              item.setMnemonicParsing(false);
              item.setOnAction(event -> model.refold(group, folds.with(group, true)));
              return item;
            })
        .toList();
  }

  /** What nothing is labelled with can't be chosen, and says so. */
  private MenuItem by(GroupBy by) {
    boolean possible = model.pictureProperty().get().grouping().possible().contains(by);
    var text =
        switch (by) {
          case NAMESPACE -> tools.say("map.groups-by-namespace");
          case APPLICATION ->
              tools.say(possible ? "map.groups-by-application" : "map.groups-no-application");
          case TEAM -> tools.say(possible ? "map.groups-by-team" : "map.groups-no-team");
        };
    var item = new RadioMenuItem(text);
    item.setSelected(model.choiceProperty().get().groupBy() == by);
    item.setDisable(!possible);
    item.setOnAction(event -> model.groupBy(by));
    return item;
  }

  /** Whether there is anything to choose. */
  boolean isUseful() {
    var grouping = model.pictureProperty().get().grouping();
    return grouping.groups().size() > 1 || grouping.possible().size() > 1;
  }

  private MenuItem choice(String text, Folds now, Folds chosen) {
    var item = new RadioMenuItem(text);
    item.setSelected(now.equals(chosen));
    item.setOnAction(event -> model.fold(chosen));
    return item;
  }
}
