/** What tests of several packages share. */
@NullMarked
package dev.faultline.testkit;

import org.jspecify.annotations.NullMarked;
