@org.jspecify.annotations.NullMarked
package dev.faultline.ui.settings;
