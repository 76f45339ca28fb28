/** The one door to the FX thread, subscriptions that end with their view, and dialogs. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.fx;
