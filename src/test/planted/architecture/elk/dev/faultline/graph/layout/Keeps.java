package dev.faultline.graph.layout;

class Keeps {
  org.eclipse.elk.graph.ElkNode library;
}
