package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.ElkLayout;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Groups;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapContent;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapStructure;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.graph.layout.NodeSort;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.text.Messages;
import dev.faultline.ui.theme.Tokens;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An exported map is opened in a browser: no name of a cluster may become code there. */
class SvgPictureTest {

  private static final String HOSTILE = "\"/><script>alert('x')</script>&\u0000\u001B]]>";

  @Test
  void aNameFullOfMarkupStaysText() throws Exception {
    var document = parse(svg(HOSTILE, HOSTILE, HOSTILE));

    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    var titles = document.getElementsByTagName("title");
    assertThat(titles.item(0).getTextContent())
        .contains("<script>alert('x')</script>")
        .doesNotContain("\u001B");
    assertThat(document.getDocumentElement().getTextContent()).contains("\uFFFD");
  }

  @Test
  void everyNodeFrameAndArrowIsThere() throws Exception {
    var document = parse(svg("payment", "shop", "1.5.0"));

    var text = document.getDocumentElement().getTextContent();
    assertThat(text).contains("payment", "namespace shop", "1.5.0", "0/3", "26 min");
    assertThat(document.getElementsByTagName("g").getLength()).isEqualTo(4);
  }

  @Test
  void whatCallsFromOutsideComeToIsMarked() throws Exception {
    var document = parse(svg("payment", "shop", "1.5.0"));

    var marks = XPathFactory.newInstance().newXPath();
    var found = (NodeList) marks.evaluate("//*[@class='entry']", document, XPathConstants.NODESET);
    assertThat(found.getLength()).isOne();
    var node = (Element) found.item(0).getParentNode();
    assertThat(node.getTextContent())
        .startsWith("shop/payment")
        .contains("entry point: calls from outside come here");
  }

  @Test
  void loneSurrogatesDoNotBreakTheFile() {
    assertThat(SvgPicture.escaped("a\uD800b")).isEqualTo("a\uFFFDb");
    assertThat(SvgPicture.escaped("\uD83D\uDE80")).isEqualTo("\uD83D\uDE80");
  }

  private static String svg(String name, String namespace, String version) throws Exception {
    var cluster = new ClusterId("test");
    var caller = node(cluster, namespace, name);
    var callee = node(cluster, namespace, "other");
    var group = Optional.of(GroupId.namespace(cluster, namespace));
    var nodes =
        new TreeMap<MapSubject, NodeFacts>(
            Map.of(caller, facts(version, true), callee, facts(version, false)));
    var line = new Line(caller, callee);
    var structure = MapStructure.of(Map.of(caller, group, callee, group), Set.of(line));
    var content =
        new MapContent(nodes, new TreeMap<>(BigMap.content(structure).edges()), Groups.NAMESPACES);
    var scene = MapScene.of(content, new ElkLayout().place(structure));
    return SvgPicture.of(scene, Tokens.of(true), new Frames(new Messages(Locale.ENGLISH), false));
  }

  private static NodeFacts facts(String version, boolean entry) {
    return new NodeFacts(
            NodeSort.APPLICATION,
            version,
            "0/3",
            3,
            Status.FAILING,
            Optional.of(java.time.Duration.ofMinutes(26)),
            Optional.empty())
        .entered(entry);
  }

  private static MapSubject node(ClusterId cluster, String namespace, String name) {
    return new MapSubject.InCluster(new ResourceRef(cluster, Kind.DEPLOYMENT, namespace, name));
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
