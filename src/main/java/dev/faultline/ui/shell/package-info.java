/** The window around the screens: bars, navigation, palette, and who shows what. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.shell;
