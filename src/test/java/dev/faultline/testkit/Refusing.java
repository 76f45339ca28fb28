package dev.faultline.testkit;

import dev.faultline.ui.fx.Dialogs;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Nobody sits before the window: whatever is asked is not answered. */
public class Refusing implements Dialogs {
  @Override
  public void ask(Question question, Runnable onYes) {}

  @Override
  public void chooseFolder(String title, Consumer<Path> onChosen) {}

  @Override
  public void chooseFile(String title, Consumer<Path> onChosen) {}

  @Override
  public void saveFile(String title, String suggestedName, Consumer<Path> onChosen) {}

  @Override
  public void tell(String sentence) {}

  @Override
  public void failed(String what, Throwable cause) {}
}
