package dev.faultline.ui.fx;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What asks a person something, behind an interface so that tests can answer. */
public interface Dialogs {

  /**
   * A yes-or-no question.
   *
   * @param title what will happen
   * @param text what a person should know before
   * @param action the confirm button's name: a verb and its object, never "OK"
   * @param destructive whether it takes something away
   */
  record Question(String title, String text, String action, boolean destructive) {}

  /** Asks; runs the action on a yes. */
  void ask(Question question, Runnable onYes);

  /** Lets a folder be chosen; nothing happens if none is. */
  void chooseFolder(String title, Consumer<Path> onChosen);

  /** Lets a file be chosen. */
  void chooseFile(String title, Consumer<Path> onChosen);

  /** Lets a place for a new file be chosen. */
  void saveFile(String title, String suggestedName, Consumer<Path> onChosen);

  /** Tells something that needs no answer, at the edge of the window, for a while. */
  void tell(String sentence);

  /** Says that a part of Faultline failed: the error dialog. */
  void failed(String what, Throwable cause);
}
