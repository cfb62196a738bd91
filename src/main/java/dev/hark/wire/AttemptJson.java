package dev.hark.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at a test.
 *
 * @param id stable id
 * @param qualification what it is for
 * @param name of the qualification
 * @param question a form; nothing of the key
 * @param state {@code OPEN}, {@code EXPIRED}, {@code PASSED} or {@code FAILED}
 * @param started when
 * @param deadline when its time ends
 * @param answer what was handed in, absent before
 * @param points what it earned, absent before
 * @param most the most that can be had
 * @param value what was granted for it, absent where nothing
 * @param again from when on the test may be taken again, absent where it may not
 */
public record AttemptJson(
    String id,
    String qualification,
    String name,
    QuestionJson question,
    String state,
    Instant started,
    Instant deadline,
    @Nullable AnswerJson answer,
    @Nullable Long points,
    long most,
    @Nullable Long value,
    @Nullable Instant again) {}
