package dev.hark.speech;

import dev.hark.speech.text.Speakable;
import java.util.List;

/**
 * How utterances of one purpose are spoken. Deliveries that hold the very same list of engines
 * share them.
 *
 * @param engines the preferred one first; the queue closes them
 * @param rate words a minute
 * @param speakable puts text into words
 */
public record Delivery(List<? extends Synthesizer> engines, int rate, Speakable speakable) {}
