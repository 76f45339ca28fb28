/** Taking a bad release back: prepared, confirmed, applied, watched to its end, and undone. */
@org.jspecify.annotations.NullMarked
package dev.faultline.rollback;
