@org.jspecify.annotations.NullMarked
package dev.faultline.ui.shell;
