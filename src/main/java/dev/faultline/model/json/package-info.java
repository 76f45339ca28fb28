/** An immutable JSON tree, and its two text forms. */
@org.jspecify.annotations.NullMarked
package dev.faultline.model.json;
