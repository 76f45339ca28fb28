package dev.faultline.realcluster;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link RealCluster} of this JVM: started for the first class that asks,
 * stopped after the last.
 */
public final class RealClusterExtension
    implements ExecutionCondition, BeforeAllCallback, ParameterResolver {

  private static final Namespace STORE = Namespace.create(RealClusterExtension.class);

  /** A condition, not an assumption: only so does the report carry the reason of a whole class. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Build build =
        store(context)
            .getOrComputeIfAbsent(
                Build.class, _ -> new Build(new ClusterKit().build()), Build.class);
    return build
        .obstacle()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("the cluster is built"));
  }

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

  private static RealCluster shared(ExtensionContext context) {
    return store(context)
        .getOrComputeIfAbsent(RealCluster.class, _ -> RealCluster.start(), RealCluster.class);
  }

  /** The store of the root context closes what it holds when the whole run is over. */
  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(STORE);
  }

  /** That the build was tried, and what stood in its way. */
  private record Build(Optional<String> obstacle) {}
}
