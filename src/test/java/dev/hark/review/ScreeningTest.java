package dev.hark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {
  @ParameterizedTest
  @Requirement("REV-20")
  @ValueSource(
      strings = {
        "jan.jansen+work@mail.example.nl",
        "jan (at) example (dot) com",
        "jan at example dot com",
        "JAN＠EXAMPLE．COM",
        "j\u200ban@exam\u200bple.com",
        "06-12345678",
        "+31 6 1234 5678",
        "(020) 123 45 67",
        "٠٦١٢٣٤٥٦٧٨",
        "https://evil.example/x?y=1",
        "HTTP://evil.example",
        "www.evil.example",
        "evil-shop.com/pay",
        "mailto:jan@example.com",
        "@jan_jansen",
        "telegram: jan_jansen",
        "WhatsApp: jan",
      })
  void contactDataGivesWayToAPlainWord(String contact) {
    String shown = Screening.shown("Ask me, " + contact + " any time.");
    assertTrue(shown.startsWith("Ask me"), shown);
    assertTrue(shown.endsWith(" any time."), shown);
    assertTrue(Screening.marks().stream().anyMatch(shown::contains), shown);
    for (String trace : List.of("jan", "JAN", "1234", "evil", "example")) {
      assertFalse(shown.contains(trace), shown);
    }
  }

  @ParameterizedTest
  @Requirement("REV-20")
  @ValueSource(
      strings = {
        "Paid 12.50 euros on 2026-11-23, after 14 days.",
        "Op 3-11-2026 betaald; 1.250 taken gedaan.",
        "3 of 5 tasks broke. I did 120 in 45 minutes.",
        "Pay 4, fairness 5; a < b and 5 > 3.",
        "Good at replying. Fine.",
        "Eén café, naïve",
        "line one\nline two",
      })
  void whatIsNoContactStays(String words) {
    assertEquals(words, Screening.shown(words));
  }

  @ParameterizedTest
  @Requirement("REV-21")
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<<b>script>alert(1)<</b>/script>",
        "\u202edrow\u202c",
        "\u2066x\u2069\u200f",
        "\u001b[2J\u0007\u0000",
        "<!-- x",
        "\uff1cscript\uff1e",
      })
  void markupAndCharactersThatSteerAreNeutral(String hostile) {
    String shown = Screening.shown("before " + hostile + " after");
    assertTrue(shown.startsWith("before "), shown);
    assertFalse(shown.matches("(?s).*<[/!?\\p{L}].*"), shown);
    assertTrue(
        shown.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT || c < ' '),
        shown);
  }

  @ParameterizedTest
  @Requirement("REV-21")
  @ValueSource(
      strings = {"a", "<", "<a", "1", "1 ", "@", "a@", "a.", "a@a.", ".", "w", "x at ", "+"})
  void fiveThousandCharactersTakeNoTime(String piece) {
    String long5000 = piece.repeat(5_000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Screening.shown(long5000));
  }
}
