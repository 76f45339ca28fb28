/** The map: what depends on what, how it does, and what is known of the one that is selected. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.map;
