package dev.faultline.realcluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs a real API server; its methods and constructor may take a {@link
 * RealCluster}.
 *
 * <p>Such tests run only with the Maven profile {@code cluster} and are skipped where the cluster
 * cannot be built.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("cluster")
@ExtendWith(RealClusterExtension.class)
public @interface OnRealCluster {}
