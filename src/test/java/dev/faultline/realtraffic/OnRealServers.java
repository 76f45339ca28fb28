package dev.faultline.realtraffic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a test class that starts real telemetry servers. It runs only with the Maven profile {@code
 * traffic}, and fails where a server is not installed: {@code src/test/traffic/README.md}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("traffic")
@interface OnRealServers {}
