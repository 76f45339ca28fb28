/**
 * The map as a picture: what is drawn where. Nothing here knows a toolkit; a canvas, nodes of a
 * window and an exported file draw the same scene.
 */
@org.jspecify.annotations.NullMarked
package dev.faultline.graph.layout;
