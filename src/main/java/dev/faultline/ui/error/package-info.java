/** When a part of Faultline fails: a code, a sentence, what to do, details to copy. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.error;
