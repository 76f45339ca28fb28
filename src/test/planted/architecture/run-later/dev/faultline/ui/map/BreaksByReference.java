package dev.faultline.ui.map;

class BreaksByReference {
  java.util.concurrent.Executor executor = javafx.application.Platform::runLater;
}
