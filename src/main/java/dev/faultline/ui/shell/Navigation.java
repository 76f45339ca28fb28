package dev.faultline.ui.shell;

import dev.faultline.model.ResourceRef;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Navigator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Leads to the screens: what a destination needs to know is handed to its view model first. */
public final class Navigation implements Navigator {

  private final Consumer<ScreenId> show;
  private final Destinations to;

  /**
   * What each destination is told.
   *
   * @param select the service that the map and the table show as selected
   */
  public record Destinations(
      Consumer<ResourceRef> select,
      BiConsumer<ResourceRef, ServicePart> service,
      BiConsumer<ComparedSide, ComparedSide> comparison,
      BiConsumer<ResourceRef, Optional<String>> rollBack,
      BiConsumer<ResourceRef, String> undo) {}

  public Navigation(Consumer<ScreenId> show, Destinations to) {
    this.show = show;
    this.to = to;
  }

  @Override
  public void showOnMap(ResourceRef service) {
    to.select().accept(service);
    show.accept(ScreenId.MAP);
  }

  @Override
  public void showService(ResourceRef service, ServicePart part) {
    to.select().accept(service);
    to.service().accept(service, part);
    show.accept(ScreenId.SERVICE);
  }

  @Override
  public void compare(ComparedSide before, ComparedSide after) {
    to.comparison().accept(before, after);
    show.accept(ScreenId.DIFF);
  }

  @Override
  public void rollBack(ResourceRef service, Optional<String> revision) {
    to.rollBack().accept(service, revision);
  }

  @Override
  public void undo(ResourceRef service, String journalId) {
    to.undo().accept(service, journalId);
  }

  /** What the palette offers beside services and versions. */
  List<PaletteEntry> commands(ScreenTools tools) {
    var commands = new ArrayList<PaletteEntry>();
    add(commands, tools.say("shell.goMap"), "Ctrl+1", ScreenId.MAP);
    add(commands, tools.say("shell.goServices"), "Ctrl+2", ScreenId.SERVICES);
    add(commands, tools.say("shell.goJournal"), "Ctrl+3", ScreenId.JOURNAL);
    add(commands, tools.say("shell.goSettings"), "Ctrl+,", ScreenId.SETTINGS);
    add(commands, tools.say("shell.goConnect"), "", ScreenId.CONNECT);
    return List.copyOf(commands);
  }

  private void add(List<PaletteEntry> commands, String title, String keys, ScreenId id) {
    commands.add(PaletteViewModel.command(title, keys, () -> show.accept(id)));
  }
}
