package dev.hark.cli.output;

import dev.hark.fault.Sentence;
import dev.hark.speech.Earcon;
import dev.hark.speech.Manner;
import dev.hark.speech.Priority;
import java.util.Map;

/**
 * Which sound goes before which words. The words say the same, so that nobody needs the sounds.
 *
 * @param on whether the person wants them
 */
public record Earcons(boolean on) {
  private static final Map<String, Earcon> BY_SENTENCE =
      Map.ofEntries(
          Map.entry("session.accepted", Earcon.ACCEPTED),
          Map.entry("session.sent", Earcon.SENT),
          Map.entry("session.sent-paid", Earcon.SENT),
          Map.entry("session.sent-pending", Earcon.SENT),
          Map.entry("session.late-sent", Earcon.SENT),
          Map.entry("session.speak", Earcon.RECORDING),
          Map.entry("session.speak-on", Earcon.RECORDING),
          Map.entry("edit.say-for", Earcon.RECORDING),
          Map.entry("edit.say-before", Earcon.RECORDING),
          Map.entry("edit.say-after", Earcon.RECORDING),
          Map.entry("session.respoken", Earcon.RECORDED),
          Map.entry("session.nothing-understood", Earcon.RECORDED),
          Map.entry("session.speak-again", Earcon.RECORDED),
          Map.entry("session.thrown-away", Earcon.RECORDED),
          Map.entry("session.stopped", Earcon.RECORDED),
          Map.entry("session.stopped-to", Earcon.RECORDED),
          Map.entry("session.first-offer", Earcon.BOUNDARY),
          Map.entry("session.last-offer", Earcon.BOUNDARY),
          Map.entry("session.first-part", Earcon.BOUNDARY),
          Map.entry("session.last-part", Earcon.BOUNDARY),
          Map.entry("session.speed-end", Earcon.BOUNDARY));

  /** Greetings come as alerts, so that nothing cuts them off, and are none. */
  private static final String GREETING = "cli.greeting";

  Manner manner(Sentence sentence, Priority priority) {
    if (!on) {
      return Manner.USUAL;
    }
    Earcon earcon = BY_SENTENCE.get(sentence.key());
    boolean alarm = priority == Priority.ALERT && !sentence.key().startsWith(GREETING);
    if (earcon == null && alarm) {
      earcon = Earcon.ALERT;
    }
    return earcon == null ? Manner.USUAL : Manner.USUAL.with(earcon);
  }
}
