/** Words and figures as people read them: the message bundle, ages. */
@org.jspecify.annotations.NullMarked
package dev.faultline.text;
