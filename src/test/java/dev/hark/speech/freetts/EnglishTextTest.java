package dev.hark.speech.freetts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("SND-10")
class EnglishTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          Transcribe 8 seconds of speech. | Transcribe 8 seconds of speech.
          18 cents, about 15 to 19 euros an hour. | 18 cents, about 15 to 19 euros an hour.
          Radio Archive, 4.6 from 38 workers. | Radio Archive, 4.6 from 38 workers.
          until 10:42. | until 10:42.
          until 9:05. | until 9 oh 5.
          until 13:00. | until 13 o'clock.
          At 10:42:07 | At 10 42 and 7 seconds
          €14.71 an hour | 14 euros 71 an hour
          £5 | 5 pounds
          $3.50, or $1 | 3 dollars 50, or 1 dollar
          ₹1,200 | 1,200 rupees
          14.05 € | 14 euros and 5 cents
          EUR 20.00 | 20 euros
          on 2026-11-23. | on 23 November 2026.
          2026-11-23T10:42:00Z | 23 November 2026 at 10:42
          2026-99-99 | 2026 to 99 to 99
          café Zoë naïve | cafe Zoe naive
          Łódź, Straße, smørrebrød | Lodz, Strasse, smorrebrod
          see https://hub.example.org/api/v1/tasks?id=7. | see a link to hub dot example dot org.
          mail ann_b@example.com now | mail ann b at example dot com now
          task A3F9-22BC | task A 3 F 9 2 2 B C
          id 7f3a9c2e-11d4-4a7b-9e55-0c2f6b8d1e90 | id an id that ends in 1 E 9 0
          voice kevin16 | voice kevin 16
          mp3, 16kHz and the 21st | mp3, 16kHz and the 21st
          bread & butter | bread and butter
          sighted/blind, 1/2, 3 / 5 | sighted slash blind, 1/2, 3 of 5
          15-19 euros | 15 to 19 euros
          wait… what – no | wait, what, no
          “quoted” | "quoted"
          नमस्ते दुनिया, ok | text in Devanagari, ok
          Привет world | text in Cyrillic world
          😀 good | grinning face good
          १२३ euros | 123 euros
          the . old . rowed, r o w e d . out | the. old. rowed, r o w e d. out
          r o w e d | r o w e d
          well-known | well-known
          """)
  void textIsMadeFitForTheVoice(String written, String spoken) {
    assertEquals(spoken, EnglishText.speakable(written));
  }
}
