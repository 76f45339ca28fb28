/** Controls that know nothing of clusters: marks, badges, texts that tell when they are cut. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.control;
