package dev.faultline.model.traffic;

/**
 * Calls from one peer to another, as one kind of telemetry counted them.
 *
 * @param via what counted: {@code Istio}, {@code Zipkin}
 * @param directed whether it is known that the caller opens the connections; where it is not, the
 *     two only talk
 */
public record TrafficEdge(
    String via,
    TrafficPeer caller,
    TrafficPeer callee,
    boolean directed,
    TrafficFigures figures,
    SeenTime seen) {}
