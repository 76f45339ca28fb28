package dev.faultline.ui.error;

import dev.faultline.text.Messages;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The error dialog: what failed, what to do, a code to search for, details to copy. */
public final class ErrorView {

  private static final double WIDTH = 720;

  private final VBox root;

  /**
   * @param logFile where more is written
   * @param close takes the dialog away
   */
  public ErrorView(ErrorReport report, Messages words, String logFile, Runnable close) {
    var title = new Label(words.say("error.title", report.what()));
    title.getStyleClass().add("dialog-title");
    title.setWrapText(true);
    var code = new Label(report.code());
    code.getStyleClass().addAll("mono", "muted");
    var head =
        Layouts.row(
            12, new MarkIcon(Mark.FAILING, 22, words.say("error.mark")), Layouts.grow(title), code);
    head.getStyleClass().add("dialog-head");
    var sentence = new Label(report.sentence());
    sentence.setWrapText(true);
    var advice = new Label(words.say("error.advice", report.code(), logFile));
    advice.setWrapText(true);
    advice.getStyleClass().add("muted");
    var details = new TextArea(report.details());
    details.setEditable(false);
    details.setPrefRowCount(10);
    details.getStyleClass().add("mono");
    details.setAccessibleText(words.say("error.details"));
    var body = new VBox(12, sentence, advice, details);
    body.getStyleClass().add("error-body");
    var copy = Icons.button(words.say("error.copy"), Feather.COPY, () -> copy(report.details()));
    var done = Icons.button(words.say("error.close"), close);
    done.getStyleClass().add("primary");
    done.setDefaultButton(true);
    var foot = Layouts.row(8, Layouts.spring(), copy, done);
    foot.getStyleClass().add("dialog-foot");
    this.root = new VBox(head, body, foot);
    root.setPrefWidth(WIDTH);
    root.setId("error-dialog");
  }

  public VBox root() {
    return root;
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
