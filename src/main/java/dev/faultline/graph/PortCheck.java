package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.SettingName;
import dev.faultline.model.Evidence;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.NamedHost;

/**
 * Doubts {@code word:number} where the Service does not answer on that port: tags of images and
 * pairs of user and group look the same. Under a name that speaks of an address it is one all the
 * same, with a wrong port.
 */
final class PortCheck {

  private PortCheck() {}

  static Evidence judge(Evidence evidence, Destination destination) {
    return destination instanceof Destination.Inside inside
            && !answers(inside.service(), evidence.names())
            && !SettingName.of(ConfigPlace.setting(evidence.place())).speaksOfAnAddress()
        ? evidence.weakenedBecause("the Service does not answer on this port")
        : evidence;
  }

  private static boolean answers(KubernetesService service, NamedHost host) {
    if (host.port().isEmpty()
        || host.scheme().isPresent()
        || host.host().contains(".")
        || service.ports().isEmpty()
        || service.clusterIp().equals("None")) {
      return true;
    }
    int wanted = host.port().getAsInt();
    return service.ports().stream()
        .anyMatch(
            port -> port.port() == wanted || port.targetPort().equals(String.valueOf(wanted)));
  }
}
