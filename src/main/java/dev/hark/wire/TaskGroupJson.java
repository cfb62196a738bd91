package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task group as it stands in a list.
 *
 * @param id stable id
 * @param requester who pays
 * @param title in the requester's words
 * @param kind a {@code TaskKind} in upper case
 * @param language BCP 47 tag
 * @param reward for each task
 * @param allowedSeconds from accept to submit
 * @param available tasks left for the worker who asks
 * @param needs {@code Need}s in upper case
 * @param audioSeconds length of a typical clip, absent where there is none
 * @param keywords the requester's
 * @param times recorded work times, absent where nobody has done one yet
 * @param qualifications what is required of workers, absent where nothing
 * @param qualified whether the worker who asks meets all of it; absent for others
 * @param unmet what they do not meet, and what would help; absent where nothing
 * @param bonus the highest for one task, by how near the answer comes to what others say; absent
 *     where there is none
 * @param expected work times by the length of the sound and what other groups took, absent where
 *     times are recorded or nothing sounds
 * @param hourly what workers really earned an hour, absent where no work has ended
 */
public record TaskGroupJson(
    String id,
    RequesterJson requester,
    String title,
    String kind,
    String language,
    MoneyJson reward,
    long allowedSeconds,
    int available,
    List<String> needs,
    @Nullable Double audioSeconds,
    List<String> keywords,
    @Nullable WorkTimesJson times,
    @Nullable List<RequirementJson> qualifications,
    @Nullable Boolean qualified,
    @Nullable List<UnmetJson> unmet,
    @Nullable MoneyJson bonus,
    @Nullable ExpectedTimesJson expected,
    @Nullable HourlyJson hourly) {}
