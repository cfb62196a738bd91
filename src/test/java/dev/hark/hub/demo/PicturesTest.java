package dev.hark.hub.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PicturesTest {
  private static final Set<String> SHAPES =
      Set.of("svg", "g", "rect", "circle", "ellipse", "path", "text");

  private final DemoMedia media = new DemoMedia();

  private static List<PicturePlan> pictures(GroupPlan group) {
    List<PicturePlan> all = new ArrayList<>();
    if (group.pictures() != null) {
      all.addAll(group.pictures());
    }
    if (group.picture() != null) {
      all.add(group.picture());
    }
    return all;
  }

  @Test
  @Requirement("DEM-11")
  void everyPictureIsWellFormedAndHoldsNothingThatRunsOrIsFetched() throws Exception {
    int count = 0;
    for (GroupPlan group : GroupPlan.load()) {
      for (int i = 0; i < pictures(group).size(); i++) {
        byte[] svg = media.make(PictureId.of(group, i)).orElseThrow();
        NodeList all = parse(svg).getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
          Element element = (Element) all.item(at);
          assertTrue(SHAPES.contains(element.getTagName()), element.getTagName());
          assertFalse(element.hasAttribute("href") || element.hasAttribute("style"));
        }
        count++;
      }
    }
    assertTrue(count >= 100, count + " pictures");
  }

  @Test
  @Requirement("DEM-11")
  void onlySomeRequestersDescribeTheirPictures() {
    Map<String, List<PicturePlan>> byRequester = new java.util.HashMap<>();
    for (GroupPlan group : GroupPlan.load()) {
      byRequester
          .computeIfAbsent(group.requester(), key -> new ArrayList<>())
          .addAll(pictures(group));
    }
    assertTrue(
        byRequester.getOrDefault("harbour", List.of()).stream()
            .allMatch(picture -> picture.description() != null));
    assertTrue(
        byRequester.getOrDefault("atlas", List.of()).stream()
            .allMatch(picture -> picture.description() == null));
  }

  @Test
  @Requirement("DEM-7")
  void knownTotalsOfReceiptsAreTheSums() throws Exception {
    int checked = 0;
    for (GroupPlan group : GroupPlan.load()) {
      for (PicturePlan plan : pictures(group)) {
        if (plan.receipt() != null && plan.gold() != null && plan.gold().matches("\\d.*")) {
          NodeList texts =
              parse(plan.picture().svg().getBytes(StandardCharsets.UTF_8))
                  .getElementsByTagName("text");
          assertEquals(plan.gold(), texts.item(texts.getLength() - 1).getTextContent());
          checked++;
        }
      }
    }
    assertEquals(22, checked);
  }

  @Test
  @Requirement("DEM-7")
  void knownSquaresHoldWhatIsLookedFor() {
    for (GroupPlan group : GroupPlan.load()) {
      for (PicturePlan plan : pictures(group)) {
        Map<String, String> grid = plan.grid() == null ? Map.of() : plan.grid();
        switch (group.id()) {
          case "atlas-bicycle" -> assertEquals("bicycle", grid.get(plan.gold()));
          case "atlas-boat" -> assertEquals("boat", grid.get(plan.gold()));
          case "quick-tags" -> assertEquals(plan.gold(), grid.get("b2"));
          case "atlas-trees" ->
              assertEquals(
                  plan.gold(),
                  "" + grid.values().stream().filter(thing -> thing.equals("tree")).count());
          default -> {}
        }
      }
    }
  }

  private static Document parse(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(svg));
  }
}
