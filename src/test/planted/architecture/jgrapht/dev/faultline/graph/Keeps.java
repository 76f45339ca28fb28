package dev.faultline.graph;

class Keeps {
  org.jgrapht.Graph<String, String> library;
}
