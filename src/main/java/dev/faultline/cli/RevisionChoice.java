package dev.faultline.cli;

import dev.faultline.catalog.RevisionSearch;
import dev.faultline.catalog.RevisionSearch.Answer;
import dev.faultline.cli.ServiceFinder.Found;
import dev.faultline.model.Revision;
import java.util.stream.Collectors;

/** The one revision that the user means. */
final class RevisionChoice {

  private RevisionChoice() {}

  static Revision find(Found found, String text) {
    var service = found.service();
    return switch (RevisionSearch.find(found.cluster().source().state(), service, text)) {
      case Answer.One one -> one.revision();
      case Answer.None() ->
          throw CliFailure.noSuchThing(
              service.ref().path()
                  + " has no revision '"
                  + text
                  + "'; 'faultline versions "
                  + service.ref().path()
                  + "' lists them.");
      case Answer.Several several ->
          throw CliFailure.noSuchThing(
              "'"
                  + text
                  + "' means more than one revision of "
                  + service.ref().path()
                  + ": "
                  + several.candidates().stream()
                      .map(ServiceText::revision)
                      .collect(Collectors.joining(", "))
                  + "; say which by number or identity.");
    };
  }
}
