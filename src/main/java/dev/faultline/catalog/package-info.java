/** Pure: the services of a cluster, with health, revisions and owner, out of its state. */
@NullMarked
package dev.faultline.catalog;

import org.jspecify.annotations.NullMarked;
