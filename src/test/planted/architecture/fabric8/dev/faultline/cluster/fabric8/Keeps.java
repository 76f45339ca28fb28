package dev.faultline.cluster.fabric8;

class Keeps {
  io.fabric8.kubernetes.client.KubernetesClient library;
}
