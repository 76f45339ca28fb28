/** The rules by which a service is healthy or not, with reasons in words. */
@NullMarked
package dev.faultline.catalog.health;

import org.jspecify.annotations.NullMarked;
