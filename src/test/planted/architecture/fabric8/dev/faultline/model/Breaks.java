package dev.faultline.model;

class Breaks {
  io.fabric8.kubernetes.client.KubernetesClient library;
}
