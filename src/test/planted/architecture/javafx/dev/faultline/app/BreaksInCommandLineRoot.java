package dev.faultline.app;

class BreaksInCommandLineRoot {
  javafx.scene.Node library;
}
