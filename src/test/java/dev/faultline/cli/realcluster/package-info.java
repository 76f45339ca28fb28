/** The command line and the ports on a real control plane: what an engineer's night is made of. */
@NullMarked
package dev.faultline.cli.realcluster;

import org.jspecify.annotations.NullMarked;
