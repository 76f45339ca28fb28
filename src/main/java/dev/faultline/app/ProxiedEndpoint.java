package dev.faultline.app;

import dev.faultline.cluster.ServiceProxy;
import dev.faultline.cluster.ServiceProxy.Answer;
import dev.faultline.cluster.ServiceProxy.Door;
import dev.faultline.telemetry.Endpoint;
import dev.faultline.telemetry.EndpointAnswer;
import dev.faultline.telemetry.QueryText;
import java.time.Duration;
import java.util.Map;

/** A telemetry server inside a cluster, reached through the cluster's API server. */
record ProxiedEndpoint(ServiceProxy proxy, Door door) implements Endpoint {

  @Override
  public String describe() {
    return door.describe();
  }

  @Override
  public EndpointAnswer get(
      String path, Map<String, String> parameters, Duration within, int mostBytes) {
    var request =
        new ServiceProxy.Request(door, path + QueryText.of(parameters), within, mostBytes);
    return switch (proxy.get(request)) {
      case Answer.Failed failed -> new EndpointAnswer.Unusable(failed.reason());
      case Answer.Answered answered when answered.status() == 200 ->
          new EndpointAnswer.Document(answered.body());
      case Answer.Answered answered ->
          new EndpointAnswer.Refused(answered.status(), answered.body());
    };
  }
}
