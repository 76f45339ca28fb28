package dev.faultline.catalog;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Pod;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import dev.faultline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All services of one cluster at one moment: each top-level workload with what belongs to it. */
public final class ServiceCatalog {

  private final Map<ResourceRef, Service> services;

  private ServiceCatalog(Map<ResourceRef, Service> services) {
    this.services = services;
  }

  public static ServiceCatalog of(ClusterState state) {
    var children = Children.of(state);
    var assembly = new ServiceAssembly(state, children, ServiceFronts.of(state));
    var services = new ArrayList<Service>();
    for (Kind kind : Kind.WORKLOADS) {
      state
          .all(kind, ClusterObject.class)
          .filter(object -> TopLevel.is(state, object.meta()))
          .forEach(
              object -> {
                switch (object) {
                  case Workload workload -> services.add(assembly.ofWorkload(workload));
                  case Pod pod -> services.add(assembly.ofPod(pod));
                  case ClusterObject other ->
                      throw new IllegalStateException(
                          other.ref().describe() + " is no workload, though its kind is");
                }
              });
    }
    var byRef = new LinkedHashMap<ResourceRef, Service>();
    services.stream()
        .sorted(Comparator.comparing(Service::ref))
        .forEach(service -> byRef.put(service.ref(), service));
    return new ServiceCatalog(byRef);
  }

  /** All of them, by namespace and name. */
  public List<Service> services() {
    return List.copyOf(services.values());
  }

  /** The service of this workload, if it is a top-level one. */
  public Optional<Service> find(ResourceRef workload) {
    return Optional.ofNullable(services.get(workload));
  }

  /** The services called {@code name} or {@code namespace/name}; several kinds may share a name. */
  public List<Service> find(String name) {
    return services.values().stream()
        .filter(service -> service.ref().path().equals(name) || service.ref().name().equals(name))
        .toList();
  }
}
