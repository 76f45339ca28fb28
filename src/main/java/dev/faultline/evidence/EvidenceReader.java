package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import java.util.stream.Stream;

/** Finds one sort of evidence in one object. Pure, and quick to say no. */
public interface EvidenceReader {

  Stream<Evidence> read(ClusterId cluster, Manifest manifest);
}
