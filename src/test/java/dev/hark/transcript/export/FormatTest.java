package dev.hark.transcript.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Words;
import dev.hark.transcript.join.Joining;
import dev.hark.transcript.join.Note;
import dev.hark.transcript.join.Segment;
import dev.hark.transcript.join.Transcript;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormatTest {
  private static Segment piece(long start, long end, String text) {
    List<MergedWord> words =
        Arrays.stream(text.split(" "))
            .map(part -> new MergedWord(String.join("", Words.of(part)), part, 0.875))
            .toList();
    return new Segment("p" + start, start, end, words, Note.NONE);
  }

  private static Transcript of(Segment... pieces) {
    return Joining.join(List.of(pieces));
  }

  private static final Transcript DAWN =
      of(
          piece(500, 4_500, "The old keeper rowed out."),
          piece(4_500, 9_500, "\"Is it <far>,\" she asked & laughed --> twice,"),
          new Segment("x", 12_000, 14_000, List.of(), Note.UNCLEAR),
          piece(3_725_000, 3_725_400, "Yes."));

  @Test
  @Requirement("TRN-44")
  void subRip() {
    assertEquals(
        """
        1
        00:00:00,500 --> 00:00:04,500
        The old keeper rowed out.

        2
        00:00:04,500 --> 00:00:09,500
        "Is it \u2039far\u203A," she asked
        & laughed --\u203A twice,

        3
        00:00:12,000 --> 00:00:14,000
        [unclear]

        4
        01:02:05,000 --> 01:02:06,000
        Yes.

        """,
        Format.SRT.of(DAWN, "dawn"));
  }

  @Test
  @Requirement("TRN-44")
  void webVtt() {
    assertEquals(
        """
        WEBVTT

        00:00:00.500 --> 00:00:04.500
        The old keeper rowed out.

        00:00:04.500 --> 00:00:09.500
        "Is it &lt;far&gt;," she asked
        &amp; laughed --&gt; twice,

        00:00:12.000 --> 00:00:14.000
        [unclear]

        01:02:05.000 --> 01:02:06.000
        Yes.

        """,
        Format.VTT.of(DAWN, "dawn"));
    assertEquals("WEBVTT\n\n", Format.VTT.of(of(), "none"));
  }

  @Test
  @Requirement("TRN-44")
  void ctmHasFieldsWithoutWhiteSpace() {
    String ctm = Format.CTM.of(DAWN, ";; my file\t1");
    List<String> lines = ctm.lines().toList();
    assertEquals("_my_file_1 1 0.500 0.640 the 0.8750", lines.getFirst());
    assertEquals("_my_file_1 1 3725.000 0.400 yes 0.8750", lines.getLast());
    assertTrue(lines.stream().allMatch(line -> line.split("\\s", -1).length == 6), ctm);
  }

  @Test
  @Requirement("TRN-44")
  void plainTextHasAParagraphAtAPause() {
    assertEquals(
        """
        The old keeper rowed out. "Is it <far>," she asked & laughed --> twice,
        [unclear]
        Yes.
        """,
        Format.TXT.of(DAWN, "dawn"));
    assertEquals("", Format.TXT.of(of(), "none"));
    String long1 = "word ".repeat(79) + "word. ";
    assertEquals(
        long1.strip() + "\nNext.\n", Format.TXT.of(of(piece(0, 60_000, long1 + "Next.")), ""));
  }

  @Test
  @Requirement("TRN-45")
  void otherScriptsAndEmojiKeepTheirLettersWhole() {
    String hindi =
        "\u0928\u092e\u0938\u094d\u0924\u0947 namaste \u0926\u0941\u0928\u093f\u092f\u093e\u0964";
    String arabic = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645\u061f";
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    String srt = Format.SRT.of(of(piece(0, 6_000, hindi), piece(8_000, 12_000, arabic)), "");
    assertTrue(srt.contains(hindi) && srt.contains(arabic), srt);
    // Forty-three emoji, each of five characters and one letter to a reader.
    String many = family.repeat(43);
    List<Cue> cues = Cues.of(List.of(new Transcript.Shown(many, 0, 4_000, 0)));
    assertEquals(
        List.of(family.repeat(42), family),
        cues.stream().flatMap(cue -> cue.lines().stream()).toList());
    // What turns directions, steers a terminal or ends lines is left out; a word joiner of Hindi
    // stays.
    Transcript hostile =
        of(
            new Segment(
                "a",
                0,
                2_000,
                List.of(
                    new MergedWord("abc", "a\u202Eb\u001B\u2028c\u0000\uD800", 1),
                    new MergedWord("ksha", "\u0915\u094d\u200D\u0937", 1)),
                Note.NONE));
    assertEquals("abc \u0915\u094d\u200D\u0937\n", Format.TXT.of(hostile, ""));
  }

  /** Real speech is 5 letters and a space in 400 ms; the rules hold for whatever is said. */
  @Test
  @Requirement("TRN-44")
  void subtitlesKeepTheUsualRules() {
    Random random = new Random(11);
    for (int round = 0; round < 100; round++) {
      Segment[] pieces = new Segment[20];
      long at = 0;
      for (int i = 0; i < pieces.length; i++) {
        int words = 1 + random.nextInt(25);
        String text =
            IntStream.range(0, words)
                .mapToObj(some -> "x".repeat(1 + random.nextInt(12)) + sign(random))
                .collect(Collectors.joining(" "));
        long end = at + 400L * words + 300;
        pieces[i] = piece(at, end, text);
        at = end + (random.nextInt(3) == 0 ? random.nextInt(4_000) : 0);
      }
      Transcript transcript = of(pieces);
      List<Cue> cues = Cues.of(transcript.shown());
      assertEquals(
          transcript.shown().stream().map(Transcript.Shown::text).collect(Collectors.joining(" ")),
          cues.stream().flatMap(cue -> cue.lines().stream()).collect(Collectors.joining(" ")),
          "nothing is lost");
      for (int i = 0; i < cues.size(); i++) {
        Cue cue = cues.get(i);
        long lasts = cue.endMillis() - cue.startMillis();
        assertTrue(lasts <= 7_000, cue::toString);
        assertTrue(cue.lines().size() <= 2, cue::toString);
        assertTrue(cue.lines().stream().allMatch(line -> line.length() <= 42), cue::toString);
        boolean last = i + 1 == cues.size();
        assertTrue(last || cue.endMillis() <= cues.get(i + 1).startMillis(), cue::toString);
        assertTrue(lasts >= 1_000, () -> cue + " in " + cues);
      }
    }
  }

  private static String sign(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> ".";
      case 1 -> ",";
      default -> "";
    };
  }

  @Test
  @Requirement("TRN-45")
  void whatNobodyCanSayIsBoundedAndLosesNothing() {
    String much = "word ".repeat(5_000).strip();
    List<Cue> cues = Cues.of(of(piece(0, 2_000, much)).shown());
    assertEquals(
        much, cues.stream().flatMap(cue -> cue.lines().stream()).collect(Collectors.joining(" ")));
    for (int i = 0; i + 1 < cues.size(); i++) {
      assertTrue(cues.get(i).endMillis() > cues.get(i).startMillis());
      assertTrue(cues.get(i).endMillis() <= cues.get(i + 1).startMillis());
    }
    // A single word in a piece of an hour, and a piece of an hour that is full.
    assertEquals(
        List.of(new Cue(0, 7_000, List.of("hm"))), Cues.of(of(piece(0, 3_600_000, "hm")).shown()));
    Transcript hour = of(piece(0, 3_600_000, "word, ".repeat(9_000).strip()));
    assertTrue(Cues.of(hour.shown()).size() > 500);
    assertFalse(Format.TXT.of(hour, "").isEmpty());
  }

  @Test
  @Requirement("TRN-44")
  void formatsHaveTheNamesOfTheirFiles() {
    assertEquals(Format.VTT, Format.named("vtt").orElseThrow());
    assertTrue(Format.named("doc").isEmpty());
  }
}
