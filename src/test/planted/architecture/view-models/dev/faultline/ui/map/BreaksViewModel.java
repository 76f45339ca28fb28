package dev.faultline.ui.map;

class BreaksViewModel {
  javafx.scene.Node node;
}
