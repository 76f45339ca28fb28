package dev.faultline.graph;

class Breaks {
  javafx.scene.Node library;
}
