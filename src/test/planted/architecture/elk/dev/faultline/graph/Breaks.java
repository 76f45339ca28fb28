package dev.faultline.graph;

class Breaks {
  org.eclipse.elk.graph.ElkNode library;
}
