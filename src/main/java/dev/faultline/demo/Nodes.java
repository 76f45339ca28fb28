package dev.faultline.demo;

import java.util.HashSet;
import java.util.Set;

/** What all kubelets of the cluster work with, and the images their nodes hold. */
record Nodes(
    ObjectStore store,
    EventQueue queue,
    Names names,
    EventRecorder events,
    Software software,
    Set<String> heldImages) {

  Nodes(ObjectStore store, EventQueue queue, Names names, EventRecorder events, Software software) {
    this(store, queue, names, events, software, new HashSet<>());
  }
}
