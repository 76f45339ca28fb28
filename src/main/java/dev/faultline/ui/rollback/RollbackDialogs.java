package dev.faultline.ui.rollback;

import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.runs.RollbackRun;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.ui.control.ModalLayer;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.Navigator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Opens the dialogs of a rollback over the window: the confirmation, and after it the progress. On
 * the FX thread.
 */
public final class RollbackDialogs {

  private static final Insets AROUND = new Insets(16);

  private final ScreenTools tools;
  private final ModalLayer layer;
  private final RollbackRuns runs;
  private final InterruptedViewModel interrupted;
  private final Dialog offering = new Dialog();
  private final Set<Long> shown = new HashSet<>();

  public RollbackDialogs(
      ScreenTools tools, ModalLayer layer, RollbackRuns runs, Navigator navigator) {
    this.tools = tools;
    this.layer = layer;
    this.runs = runs;
    this.interrupted = new InterruptedViewModel(tools, runs, navigator, this::undo);
    runs.onEnd(run -> tools.fx().execute(() -> tellOfEnd(run)));
  }

  /**
   * The confirmation of taking a service back.
   *
   * @param revision where to, by its identity; empty proposes the last known good
   */
  public void confirm(ResourceRef service, Optional<String> revision) {
    var dialog = new Dialog();
    open(
        dialog,
        RollbackViewModel.toGoBack(tools, runs, service, revision, run -> applied(dialog, run)));
  }

  /** The confirmation of undoing a rollback of the journal. */
  public void undo(ResourceRef service, String journalId) {
    var dialog = new Dialog();
    open(
        dialog,
        RollbackViewModel.toUndo(tools, runs, service, journalId, run -> applied(dialog, run)));
  }

  /** How a rollback of this window gets on; nothing if there is none of that number. */
  public void progress(long run) {
    runs.find(run).ifPresent(this::progress);
  }

  /**
   * Offers what was interrupted on the linked clusters, each rollback once; to be called whenever a
   * cluster was linked. Nothing is shown if there is nothing.
   */
  public void offerInterrupted() {
    interrupted.ask(this::showInterrupted);
  }

  private void showInterrupted() {
    if (offering.isOpen()) {
      return;
    }
    var view = new InterruptedView(interrupted, tools, offering::close);
    offering.show(view.root(), () -> {});
    view.focus();
  }

  private void applied(Dialog confirmation, RollbackRun run) {
    if (confirmation.isOpen()) {
      confirmation.close();
      progress(run);
    }
  }

  private void progress(RollbackRun run) {
    if (!shown.add(run.id())) {
      return;
    }
    var dialog = new Dialog();
    var model =
        new ProgressViewModel(tools, runs, run, (service, id) -> instead(dialog, service, id));
    var view = new ProgressView(model, tools, dialog::close);
    dialog.show(view.root(), () -> shown.remove(run.id()));
    view.focus();
  }

  /** One dialog at a time: the confirmation of the undo takes the progress's place. */
  private void instead(Dialog progress, ResourceRef service, String journalId) {
    progress.close();
    undo(service, journalId);
  }

  /** A rollback whose end nobody sees is told at the edge of the window. */
  private void tellOfEnd(RollbackRun run) {
    if (!shown.contains(run.id())) {
      run.status()
          .outcome()
          .ifPresent(
              outcome ->
                  tools.dialogs().tell(new ProgressWords(tools).outcome(outcome).sentence()));
    }
  }

  private void open(Dialog dialog, RollbackViewModel model) {
    var view = new RollbackView(model, tools, dialog::close);
    dialog.show(view.root(), model::close);
    view.focus();
    model.prepare();
  }

  /** A dialog that its own buttons can close before it is shown. */
  private final class Dialog {
    private Optional<Region> open = Optional.empty();

    void show(Region region, Runnable onClosed) {
      open = Optional.of(region);
      StackPane.setMargin(region, AROUND);
      layer.show(
          region,
          () -> {
            open = Optional.empty();
            onClosed.run();
          });
    }

    boolean isOpen() {
      return open.isPresent();
    }

    void close() {
      open.ifPresent(layer::close);
    }
  }
}
