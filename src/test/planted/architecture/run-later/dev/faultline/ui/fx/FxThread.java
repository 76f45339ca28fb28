package dev.faultline.ui.fx;

class FxThread {
  void run() {
    javafx.application.Platform.runLater(() -> {});
  }
}
