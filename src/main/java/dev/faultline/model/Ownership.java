package dev.faultline.model;

/** Who keeps a workload as it is, and would put it back if somebody else changed it. */
public sealed interface Ownership {

  /** A sentence part: "Helm release payment", "nobody". */
  String describe();

  /** Nobody: what people set, stays. */
  record None() implements Ownership {
    @Override
    public String describe() {
      return "nobody";
    }
  }

  /** A Helm release: the next upgrade overwrites what was set by hand. */
  record Helm(String release, String namespace, String chart) implements Ownership {
    @Override
    public String describe() {
      return "Helm release " + release;
    }
  }

  /** An Argo CD application: with self-heal it reverts within seconds. */
  record ArgoCd(String application) implements Ownership {
    @Override
    public String describe() {
      return "Argo CD application " + application;
    }
  }

  /** A Flux Kustomization or HelmRelease: reverts at its next reconciliation. */
  record Flux(String kind, String namespace, String name) implements Ownership {
    @Override
    public String describe() {
      return "Flux " + kind + " " + namespace + "/" + name;
    }
  }

  /** A custom resource that an operator turns into this workload. */
  record Operator(Kind kind, String name) implements Ownership {
    @Override
    public String describe() {
      return kind.name() + " " + name;
    }
  }
}
