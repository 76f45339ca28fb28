/** Light and dark: tokens, fonts, and the style sheets of a scene. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.theme;
