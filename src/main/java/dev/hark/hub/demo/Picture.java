package dev.hark.hub.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A picture made from a few numbers, drawn as SVG. The same numbers give the same drawing. */
sealed interface Picture {
  String svg();

  /** A whole drawing around its shapes. */
  static String drawing(int width, int height, String shapes) {
    return "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'>%s</svg>\n"
        .formatted(width, height, width, height, shapes);
  }

  private static String text(double x, double y, String anchor, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    return String.format(
        Locale.ROOT,
        "<text x='%.0f' y='%.0f' text-anchor='%s' font-family='monospace' font-size='14'>%s</text>",
        x,
        y,
        anchor,
        safe);
  }

  /**
   * A till receipt.
   *
   * @param lines what was bought and its price in cents
   * @param total the word before the sum
   * @param comma whether amounts have a comma
   * @param smudged how many lines cannot be read, from the first
   */
  record Receipt(String shop, String total, boolean comma, int smudged, List<List<Object>> lines)
      implements Picture {
    @Override
    public String svg() {
      int height = 110 + 24 * lines.size();
      StringBuilder shapes = new StringBuilder();
      shapes.append(
          String.format(
              Locale.ROOT, "<rect width='260' height='%d' fill='#fffdf5' stroke='#999'/>", height));
      shapes.append(text(130, 28, "middle", shop));
      long sum = 0;
      int y = 60;
      int left = smudged;
      for (List<Object> line : lines) {
        long cents = ((Number) line.get(1)).longValue();
        sum += cents;
        shapes.append(text(16, y, "start", String.valueOf(line.get(0))));
        shapes.append(text(244, y, "end", amount(cents)));
        left = smudge(shapes, y, left);
        y += 24;
      }
      shapes.append(String.format(Locale.ROOT, "<path d='M16 %d H244' stroke='#999'/>", y - 10));
      shapes.append(text(16, y + 12, "start", total));
      shapes.append(text(244, y + 12, "end", amount(sum)));
      smudge(shapes, y + 12, left);
      return drawing(260, height, shapes.toString());
    }

    private static int smudge(StringBuilder shapes, int y, int left) {
      if (left > 0) {
        shapes.append(
            String.format(
                Locale.ROOT, "<ellipse cx='224' cy='%d' rx='34' ry='11' fill='#6b5b4b'/>", y - 4));
      }
      return left - 1;
    }

    private String amount(long cents) {
      return String.format(Locale.ROOT, "%d%s%02d", cents / 100, comma ? "," : ".", cents % 100);
    }
  }

  /**
   * Things in nine squares.
   *
   * @param things names in {@code shapes.json} by square, a1 to c3
   */
  record Grid(Map<String, String> things) implements Picture {
    @Override
    public String svg() {
      Map<String, String> shapes = Resources.json("shapes.json", new TypeReference<>() {});
      StringBuilder all = new StringBuilder("<rect width='300' height='300' fill='#fff'/>");
      all.append("<path d='M100 0 V300 M200 0 V300 M0 100 H300 M0 200 H300' stroke='#bbb'/>");
      for (char row = '1'; row <= '3'; row++) {
        for (char column = 'a'; column <= 'c'; column++) {
          String thing = things.get("" + column + row);
          if (thing != null) {
            int x = 50 + 100 * (column - 'a');
            int y = 50 + 100 * (row - '1');
            String shape = shapes.get(thing);
            if (shape == null) {
              throw new IllegalStateException("shapes.json lacks " + thing);
            }
            all.append(
                String.format(Locale.ROOT, "<g transform='translate(%d %d)'>%s</g>", x, y, shape));
          }
        }
      }
      return drawing(300, 300, all.toString());
    }
  }

  /**
   * A view over the sea.
   *
   * @param tilt degrees by which the horizon falls to the right
   * @param light 0 is night, 80 is day, 200 is white
   * @param people how many stand on the shore
   */
  record Photo(int tilt, int light, int people) implements Picture {
    @Override
    public String svg() {
      StringBuilder shapes = new StringBuilder();
      shapes.append(String.format(Locale.ROOT, "<g transform='rotate(%d 160 110)'>", tilt));
      shapes.append("<rect x='-80' y='-80' width='480' height='180' fill='#8fc4ea'/>");
      shapes.append("<rect x='-80' y='100' width='480' height='70' fill='#2f6f9f'/>");
      shapes.append("<rect x='-80' y='165' width='480' height='160' fill='#d9c38a'/>");
      shapes.append("<circle cx='250' cy='40' r='20' fill='#fbe38a'/>");
      for (int i = 0; i < people; i++) {
        int x = 60 + 60 * i;
        shapes.append(
            String.format(Locale.ROOT, "<circle cx='%d' cy='150' r='8' fill='#5b3a29'/>", x));
        shapes
            .append(
                String.format(
                    Locale.ROOT, "<path d='M%d 158 V190 l-8 18 m8 -18 l8 18' stroke='#23395b'", x))
            .append(" stroke-width='5' fill='none'/>");
      }
      shapes.append("</g>");
      String veil = light < 80 ? "#000" : "#fff";
      double cover = light < 80 ? (80 - light) / 85.0 : (light - 80) / 105.0;
      shapes.append(
          String.format(
              Locale.ROOT,
              "<rect width='320' height='220' fill='%s' opacity='%.2f'/>",
              veil,
              cover));
      return drawing(320, 220, shapes.toString());
    }
  }

  /**
   * A figure. Angles are in degrees from hanging straight down, outwards.
   *
   * @param bow how far it bends at the waist
   */
  record Posture(int leftArm, int rightArm, int leftLeg, int rightLeg, int bow) implements Picture {
    @Override
    public String svg() {
      String trunk =
          String.format(Locale.ROOT, "<g transform='rotate(%d 120 150)'>", bow)
              + "<circle cx='120' cy='56' r='18' fill='none'/><path d='M120 74 V150'/>"
              + limb(120, 90, -leftArm, 56)
              + limb(120, 90, rightArm, 56)
              + "</g>";
      return drawing(
          240,
          260,
          "<rect width='240' height='260' fill='#fff'/><g stroke='#222' stroke-width='6'"
              + " fill='none'>"
              + trunk
              + limb(120, 150, -leftLeg, 80)
              + limb(120, 150, rightLeg, 80)
              + "</g>");
    }

    private static String limb(int x, int y, int degrees, int length) {
      double angle = Math.toRadians(degrees);
      return String.format(
          Locale.ROOT,
          "<path d='M%d %d L%.0f %.0f'/>",
          x,
          y,
          x + length * Math.sin(angle),
          y + length * Math.cos(angle));
    }
  }
}
