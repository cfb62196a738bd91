package dev.hark.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pictures by their names: with tones of skin, flags, and people joined into one picture. */
final class Emoji {
  private static final int JOINER = 0x200d;
  private static final int AS_PICTURE = 0xfe0f;
  private static final int KEY = 0x20e3;

  /** A joined picture is told by so many of its parts. */
  private static final int MOST_PARTS = 4;

  /** So many code points in one picture at the most. */
  private static final int MOST_POINTS = 24;

  private final Tongue tongue;

  Emoji(Tongue tongue) {
    this.tongue = tongue;
  }

  static boolean begins(String text, int at) {
    int c = text.codePointAt(at);
    int after = at + Character.charCount(c);
    boolean picture = after < text.length() && text.charAt(after) == AS_PICTURE;
    if (c < 0x80) {
      return picture && Character.isEmoji(c) && keyAt(text, after + 1);
    }
    return Character.isEmojiPresentation(c)
        || regional(c)
        || Character.isEmojiModifier(c)
        || (picture && Character.isEmoji(c))
        || (Character.isExtendedPictographic(c) && c > 0x2600 && c != 0x2713 && c != 0x2714);
  }

  private static boolean keyAt(String text, int at) {
    return at < text.length() && text.charAt(at) == KEY;
  }

  private static boolean regional(int c) {
    return c >= 0x1f1e6 && c <= 0x1f1ff;
  }

  /** Where the picture that begins here ends. */
  static int end(String text, int from) {
    int at = from;
    boolean flag = false;
    boolean joined = true;
    for (int count = 0; at < text.length() && count < MOST_POINTS; count++) {
      int c = text.codePointAt(at);
      boolean part = c == AS_PICTURE || c == KEY || Character.isEmojiModifier(c);
      boolean tag = c >= 0xe0020 && c <= 0xe007f;
      boolean secondOfFlag = flag && regional(c);
      if (!joined && !part && !tag && !secondOfFlag && c != JOINER) {
        return at;
      }
      flag = at == from && regional(c);
      joined = c == JOINER;
      at += Character.charCount(c);
    }
    return at;
  }

  String name(String picture) {
    String bare = bare(picture);
    if (bare.isEmpty()) {
      return "";
    }
    if (regional(bare.codePointAt(0))) {
      return flag(bare);
    }
    if (picture.indexOf(KEY) >= 0) {
      return tongue.word("key", key(bare.charAt(0)));
    }
    String whole = tongue.emoji(bare);
    return whole != null ? whole : parts(bare);
  }

  private String key(char key) {
    Tongue.Sign sign = tongue.sign(key);
    return Character.isDigit(key)
        ? tongue.numbers().digit(Character.digit(key, 10))
        : sign == null ? "" : sign.name();
  }

  /** Without tones of skin and marks that change nothing that is said. */
  private static String bare(String picture) {
    StringBuilder bare = new StringBuilder();
    picture
        .codePoints()
        .filter(c -> c != AS_PICTURE && c != KEY && !(c >= 0xe0020 && c <= 0xe007f))
        .filter(
            c -> !Character.isEmojiModifier(c) || picture.codePointCount(0, picture.length()) == 1)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private String flag(String letters) {
    int[] both = letters.codePoints().toArray();
    if (both.length < 2) {
      return String.valueOf((char) ('A' + both[0] - 0x1f1e6));
    }
    String country = "" + (char) ('A' + both[0] - 0x1f1e6) + (char) ('A' + both[1] - 0x1f1e6);
    return tongue.word("flag", Locale.of("", country).getDisplayCountry(tongue.locale()));
  }

  private String parts(String bare) {
    List<String> names = new ArrayList<>();
    for (String part : bare.split(Character.toString(JOINER), -1)) {
      String name = part.isEmpty() ? null : part(part);
      if (name != null && names.size() < MOST_PARTS) {
        names.add(name);
      }
    }
    return String.join(", ", names);
  }

  private @Nullable String part(String part) {
    String known = tongue.emoji(part);
    if (known != null) {
      return known;
    }
    String name = Character.getName(part.codePointAt(0));
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }
}
