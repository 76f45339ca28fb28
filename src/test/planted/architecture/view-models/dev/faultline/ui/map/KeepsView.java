package dev.faultline.ui.map;

class KeepsView {
  javafx.scene.Node node;
}
