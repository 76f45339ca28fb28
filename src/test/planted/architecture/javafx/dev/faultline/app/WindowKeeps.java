package dev.faultline.app;

class WindowKeeps {
  javafx.scene.Node library;
}
