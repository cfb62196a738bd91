package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer; exactly one member is present, as the question's type asks.
 *
 * @param text for transcription and text
 * @param option id of the chosen option
 * @param parts answers to a form's parts, in order
 */
public record AnswerJson(
    @Nullable String text, @Nullable String option, @Nullable List<AnswerJson> parts) {}
