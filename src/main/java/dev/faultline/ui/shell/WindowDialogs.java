package dev.faultline.ui.shell;

import dev.faultline.text.Messages;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.ModalLayer;
import dev.faultline.ui.error.ErrorReport;
import dev.faultline.ui.error.ErrorView;
import dev.faultline.ui.fx.Dialogs;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Dialogs in the window itself, but for files, which the desktop lets choose. */
public final class WindowDialogs implements Dialogs {

  private static final double WIDTH = 480;

  private final Window window;
  private final ModalLayer modals;
  private final Toasts toasts;
  private final Messages words;
  private final Executor fx;
  private final Clock clock;
  private final About about;

  /** What an error report says of this installation. */
  public record About(String version, Path logFile) {}

  public WindowDialogs(
      Window window,
      ModalLayer modals,
      Toasts toasts,
      Messages words,
      Executor fx,
      Clock clock,
      About about) {
    this.window = window;
    this.modals = modals;
    this.toasts = toasts;
    this.words = words;
    this.fx = fx;
    this.clock = clock;
    this.about = about;
  }

  @Override
  public void ask(Question question, Runnable onYes) {
    fx.execute(() -> show(question, onYes));
  }

  private void show(Question question, Runnable onYes) {
    var title = new Label(question.title());
    title.getStyleClass().add("dialog-title");
    title.setWrapText(true);
    var head = Layouts.row(0, title);
    head.getStyleClass().add("dialog-head");
    var text = new Label(question.text());
    text.setWrapText(true);
    var body = new VBox(text);
    body.getStyleClass().add("error-body");
    var dialog = new VBox();
    var cancel = Icons.button(words.say("app.cancel"), () -> modals.close(dialog));
    var yes =
        Icons.button(
            question.action(),
            () -> {
              modals.close(dialog);
              onYes.run();
            });
    yes.getStyleClass().add(question.destructive() ? "danger" : "primary");
    var foot = Layouts.row(8, Layouts.spring(), cancel, yes);
    foot.getStyleClass().add("dialog-foot");
    dialog.getChildren().addAll(head, body, foot);
    dialog.setPrefWidth(WIDTH);
    modals.show(dialog, () -> {});
  }

  @Override
  public void chooseFolder(String title, Consumer<Path> onChosen) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    hand(chooser.showDialog(window), onChosen);
  }

  @Override
  public void chooseFile(String title, Consumer<Path> onChosen) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    hand(chooser.showOpenDialog(window), onChosen);
  }

  @Override
  public void saveFile(String title, String suggestedName, Consumer<Path> onChosen) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    hand(chooser.showSaveDialog(window), onChosen);
  }

  private static void hand(@Nullable File chosen, Consumer<Path> onChosen) {
    Optional.ofNullable(chosen).map(File::toPath).ifPresent(onChosen);
  }

  @Override
  public void tell(String sentence) {
    fx.execute(() -> toasts.tell(sentence));
  }

  @Override
  public void failed(String what, Throwable cause) {
    var report = ErrorReport.of(what, cause, clock.instant(), about.version());
    fx.execute(
        () -> {
          var holder = new VBox();
          var view =
              new ErrorView(report, words, about.logFile().toString(), () -> modals.close(holder));
          holder.getChildren().add(view.root());
          modals.show(holder, () -> {});
        });
  }
}
