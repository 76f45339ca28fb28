package dev.faultline.realcluster;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link RealCluster} of this JVM: started for the first class that asks,
 * stopped after the last.
 */
public final class RealClusterExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace STORE = Namespace.create(RealClusterExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RealCluster.class;
  }

  @Override
  public RealCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context);
  }

  /** The store of the root context closes what it holds when the whole run is over. */
  private static RealCluster shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .getOrComputeIfAbsent(RealCluster.class, _ -> RealCluster.start(), RealCluster.class);
  }
}
