package dev.faultline.ui.map;

class Keeps {
  javafx.scene.Node library;
}
