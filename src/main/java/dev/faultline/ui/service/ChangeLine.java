package dev.faultline.ui.service;

import dev.faultline.diff.FieldChange;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Layouts;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** One change on one line: what, and from what to what. */
final class ChangeLine {

  private ChangeLine() {}

  static Node of(FieldChange change) {
    var what = new CutLabel(name(change.path()));
    what.setMinWidth(110);
    what.setMaxWidth(170);
    HBox line =
        switch (change) {
          case FieldChange.Added added ->
              Layouts.row(8, Layouts.grow(what), value("+ " + added.after(), "ok-text"));
          case FieldChange.Removed removed ->
              Layouts.row(8, Layouts.grow(what), value("− " + removed.before(), "fail-text"));
          case FieldChange.Changed changed -> changed(what, changed);
        };
    line.getStyleClass().add("fact-line");
    return line;
  }

  private static HBox changed(CutLabel what, FieldChange.Changed changed) {
    var words =
        changed.note().isEmpty() || changed.note().equals(FieldChange.Changed.HIDDEN)
            ? changed.before() + " → " + changed.after()
            : changed.note();
    return Layouts.row(8, Layouts.grow(what), value(words, "plain"));
  }

  private static CutLabel value(String words, String tone) {
    var label = new CutLabel(words, "mono", tone);
    label.setMaxWidth(190);
    return label;
  }

  /** The container goes without saying where a pod has one. */
  private static String name(String path) {
    int dot = path.indexOf(" · ");
    return path.startsWith("container ") && dot > 0 ? path.substring(dot + 3) : path;
  }
}
