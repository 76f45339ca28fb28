package dev.faultline.cluster.fabric8;

import dev.faultline.concurrent.Background;
import dev.faultline.model.Kind;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

/**
 * Starts what keeps a state up to date: the pulse of the link, and one watch a kind and namespace.
 */
final class Watching {

  private final ApiLink link;
  private final Background background;
  private final ObjectIntake intake;
  private final InstantSource clock;
  private final LiveState state;
  private final Pulse pulse;

  Watching(
      ApiLink link,
      Background background,
      ObjectIntake intake,
      InstantSource clock,
      LiveState state) {
    this.link = link;
    this.background = background;
    this.intake = intake;
    this.clock = clock;
    this.state = state;
    this.pulse = new Pulse(link, clock, state::heard);
  }

  void start(Collection<Resource> resources, Map<Kind, Access.Granted> granted) {
    background.keepRunning("pulse", pulse::keepBeating);
    for (Resource resource : resources) {
      var access = granted.get(resource.kind());
      if (access != null) {
        start(resource, access);
      }
    }
  }

  private void start(Resource resource, Access.Granted access) {
    var coverage =
        new KindCoverage(resource.kind(), access.namespaces(), access.forbidden(), state::offer);
    for (String namespace : access.namespaces()) {
      var objects = new WatchedObjects(intake, state::offer);
      var stream = new WatchStream(link, resource, namespace, objects, pulse);
      var watch = new KindWatch(stream, background, coverage, namespace, clock, pulse);
      background.keepRunning("watching " + resource.plural() + " " + namespace, watch::follow);
    }
  }
}
