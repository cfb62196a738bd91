package dev.hark.wire;

import org.jspecify.annotations.Nullable;

/**
 * A second round of listening to the unsure places of a recording.
 *
 * @param title of its task group
 * @param prompt what to do; {@code {text}} in it stands for the words and those around them
 * @param yes what the option is called that the text is right
 * @param no what the option is called that none of the readings is
 * @param reward for each answer
 * @param copies how many workers listen to each place; 3 where absent
 * @param places how many places at most, those first that gain most; 100 where absent
 * @param allowedSeconds from accept to submit; 300 where absent
 * @param unclear what the option is called that a piece cannot be understood, and what stands in
 *     {@code {text}} for such a piece; the mark where absent
 * @param noSpeech what the option is called that nobody speaks; the mark where absent
 * @param noAnswer what stands in {@code {text}} for a piece without an answer; English where absent
 */
public record NewCheckRoundJson(
    String title,
    String prompt,
    String yes,
    String no,
    MoneyJson reward,
    @Nullable Integer copies,
    @Nullable Integer places,
    @Nullable Long allowedSeconds,
    @Nullable String unclear,
    @Nullable String noSpeech,
    @Nullable String noAnswer) {}
