package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;

/** Tells from an API server's answer what became of a write. */
final class WriteAnswers {

  private WriteAnswers() {}

  /** The answer with a status that is no success. */
  static WriteResult refused(Write write, int status, String words) {
    return switch (status) {
      case 403 ->
          isOfAuthorizer(words)
              ? new WriteResult.Forbidden(words)
              : new WriteResult.Invalid(words); // Quotas and admission say 403 as well.
      case 404 ->
          write instanceof Write.Create
              ? new WriteResult.Invalid(words) // The namespace or the kind is not there.
              : new WriteResult.Absent();
      case 409 -> new WriteResult.Conflict(words);
      case 422 ->
          isOfPrecondition(words)
              ? new WriteResult.Conflict(words)
              : new WriteResult.Invalid(words);
      case 400, 405, 406, 413, 415 -> new WriteResult.Invalid(words);
      case 401, 429 -> new WriteResult.Failed(words, false);
      default -> new WriteResult.Failed(words, !write.dryRun());
    };
  }

  /** No answer at all. */
  static WriteResult unanswered(Write write, LinkFailure failure) {
    boolean left =
        switch (failure) {
          case LinkFailure.TimedOut _,
              LinkFailure.Broken _,
              LinkFailure.ServerError _,
              LinkFailure.Forbidden _ ->
              true;
          case LinkFailure.BadContext _,
              LinkFailure.NameNotResolved _,
              LinkFailure.Refused _,
              LinkFailure.NotTrusted _,
              LinkFailure.Unauthorised _,
              LinkFailure.PluginMissing _,
              LinkFailure.PluginFailed _ ->
              false;
        };
    return new WriteResult.Failed(failure.sentence(), left && !write.dryRun());
  }

  /** Another UID at the same resourceVersion: "metadata.uid: ... field is immutable". */
  private static boolean isOfPrecondition(String words) {
    return words.contains("metadata.uid: ");
  }

  /** "deployments.apps "x" is forbidden: User "ann" cannot patch resource ...". */
  private static boolean isOfAuthorizer(String words) {
    return words.contains("User \"") && words.contains(" cannot ");
  }
}
