/** Pure: from what the cluster runs to exactly what a rollback would change. */
@org.jspecify.annotations.NullMarked
package dev.faultline.rollback.plan;
