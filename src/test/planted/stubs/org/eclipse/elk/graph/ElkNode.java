package org.eclipse.elk.graph;

public class ElkNode {}
