package dev.faultline.cluster.manifests;

import dev.faultline.model.json.JsonObject;

/** An object and the file it stands in. */
record FoundObject(JsonObject object, String file) {}
