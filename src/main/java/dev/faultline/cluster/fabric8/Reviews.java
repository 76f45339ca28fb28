package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;

/** Asks the cluster's authorizer what we may do. */
final class Reviews {

  private static final String ACCESS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  private static final String RULES = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

  private final ApiLink link;

  Reviews(ApiLink link) {
    this.link = link;
  }

  /** What is to be done to which resource; empty parts mean any, or none for the subresource. */
  record Question(
      String verb,
      String group,
      String resource,
      String subresource,
      String namespace,
      String name) {

    static Question all(String verb, Resource resource, String namespace) {
      return new Question(verb, resource.kind().group(), resource.plural(), "", namespace, "");
    }
  }

  /** The authorizer's answer. */
  record Answer(boolean allowed, String reason) {}

  /**
   * @throws LinkException if it can't be asked
   */
  Answer mayI(Question question) {
    var attributes =
        JsonObject.of("verb", Json.of(question.verb()))
            .with(Json.of(question.group()), "group")
            .with(Json.of(question.resource()), "resource")
            .with(Json.of(question.subresource()), "subresource")
            .with(Json.of(question.namespace()), "namespace")
            .with(Json.of(question.name()), "name");
    var status = review(ACCESS, "SelfSubjectAccessReview", "resourceAttributes", attributes);
    return new Answer(status.isTrue("allowed"), Words.tidy(status.text("reason").orElse("")));
  }

  /**
   * All we may do in a namespace.
   *
   * @throws LinkException if it can't be asked
   */
  Rules rules(String namespace) {
    return new Rules(review(RULES, "SelfSubjectRulesReview", "namespace", Json.of(namespace)));
  }

  private JsonObject review(String path, String kind, String member, Json value) {
    var review =
        JsonObject.of("kind", Json.of(kind))
            .with(Json.of("authorization.k8s.io/v1"), "apiVersion")
            .with(value, "spec", member);
    var request = ApiRequest.send("POST", path, ApiRequest.JSON, JsonCodec.write(review));
    return link.read(request, ApiResponse::json).object("status");
  }

  /** The rules of one namespace. */
  record Rules(JsonObject status) {

    /** Whether the authorizer could not list all: then what is not here may be allowed still. */
    boolean incomplete() {
      return status.isTrue("incomplete");
    }

    boolean allow(String verb, Resource resource) {
      return status
          .objects("resourceRules")
          .filter(rule -> rule.array("resourceNames").items().isEmpty())
          .anyMatch(
              rule ->
                  has(rule, "verbs", verb)
                      && has(rule, "apiGroups", resource.kind().group())
                      && has(rule, "resources", resource.plural()));
    }

    private static boolean has(JsonObject rule, String member, String value) {
      var values = rule.array(member).texts();
      return values.contains("*") || values.contains(value);
    }
  }
}
