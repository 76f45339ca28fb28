package dev.faultline.graph.layout;

/** The frame around a namespace. */
public record MapGroup(GroupId id, Box box, int nodes) {}
