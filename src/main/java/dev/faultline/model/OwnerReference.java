package dev.faultline.model;

/** Who an object belongs to. */
public record OwnerReference(Kind kind, String name, String uid, boolean controller) {}
