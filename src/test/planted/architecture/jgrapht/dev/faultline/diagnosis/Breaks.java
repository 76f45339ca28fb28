package dev.faultline.diagnosis;

class Breaks {
  org.jgrapht.Graph<String, String> library;
}
