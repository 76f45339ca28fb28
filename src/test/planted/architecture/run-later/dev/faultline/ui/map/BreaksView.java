package dev.faultline.ui.map;

class BreaksView {
  void show() {
    javafx.application.Platform.runLater(() -> {});
  }
}
