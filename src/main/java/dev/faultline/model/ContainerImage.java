package dev.faultline.model;

/** The image a container asks for. */
public record ContainerImage(String container, String image) {}
