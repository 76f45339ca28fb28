package dev.faultline.rollback.check;

import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Does an autoscaler set the replicas? They are left to it, as they are in every rollback. */
record AutoscalerCheck() implements Check {

  private static final List<Kind> SCALERS = List.of(Kind.AUTOSCALER, Kind.SCALED_OBJECT);

  @Override
  public String name() {
    return "autoscaler";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var ref = context.plan().service().ref();
    var found = SCALERS.stream().flatMap(kind -> of(context, kind, ref)).toList();
    if (!found.isEmpty()) {
      return new CheckOutcome.Warned(
          found.stream()
              .map(scaler -> scaler.describe() + " sets the replicas: they are left to it.")
              .toList());
    }
    var unread = new ArrayList<String>();
    for (Kind kind : SCALERS) {
      switch (context.state().coverage(kind)) {
        case Coverage.Forbidden forbidden ->
            unread.add("%ss may not be read: %s".formatted(kind.name(), forbidden.reason()));
        case Coverage.Stale stale ->
            unread.add("%ss are not known: %s".formatted(kind.name(), stale.reason()));
        case Coverage.Loading _ -> unread.add(kind.name() + "s are not known yet.");
        case Coverage.Live _ -> {}
        case Coverage.NotServed _ -> {}
      }
    }
    return unread.isEmpty()
        ? CheckOutcome.passed("No autoscaler sets its replicas; the rollback does not either.")
        : new CheckOutcome.NotChecked(unread);
  }

  private static Stream<ResourceRef> of(CheckContext context, Kind kind, ResourceRef workload) {
    return context.state().list(kind, workload.namespace()).stream()
        .filter(OtherObject.class::isInstance)
        .map(OtherObject.class::cast)
        .filter(scaler -> targets(scaler.manifest().read().spec(), workload))
        .map(OtherObject::ref)
        .sorted();
  }

  /** KEDA's reference may leave out the kind, which then is a Deployment. */
  private static boolean targets(JsonObject spec, ResourceRef workload) {
    var target = spec.object("scaleTargetRef");
    return target.text("name").filter(workload.name()::equals).isPresent()
        && target.text("kind").orElse(Kind.DEPLOYMENT.name()).equals(workload.kind().name());
  }
}
