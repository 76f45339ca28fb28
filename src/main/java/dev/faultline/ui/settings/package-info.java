/** What the user sets. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.settings;
