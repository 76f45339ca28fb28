package dev.faultline.build;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * The arguments that the build gives to javac for our own code, read from where the build has them.
 */
final class CompilerArguments {
  private static final String WHERE =
      "//plugin[artifactId='maven-compiler-plugin']//execution[id='default-compile']//compilerArgs/arg";

  private CompilerArguments() {}

  static List<String> of(Path pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    NodeList found =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(WHERE, document, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
