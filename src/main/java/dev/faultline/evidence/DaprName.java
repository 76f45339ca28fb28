package dev.faultline.evidence;

/** Schemes under which names are kept that mean something to Dapr's sidecar, and are no hosts. */
public final class DaprName {

  /** The id of an application that is invoked. */
  public static final String APPLICATION = "dapr";

  /** What may be the name of a component. */
  public static final String COMPONENT = "dapr-component";

  private DaprName() {}
}
