package dev.hark.hub.api;

import static dev.hark.hub.api.Posted.all;
import static dev.hark.hub.api.Posted.present;

import dev.hark.hub.job.NewJob;
import dev.hark.hub.work.NewGroup;
import dev.hark.task.Money;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewJobJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns what callers send into a job; what lacks or makes no sense is refused by its name. */
final class PostedJobs {
  private PostedJobs() {}

  static NewJob job(NewJobJson json) {
    Money reward = Posted.money(present(json.reward(), "reward"), "reward");
    int least = json.least() == null ? 1 : json.least();
    return new NewJob(
        present(json.name(), "name"),
        present(json.title(), "title"),
        present(json.prompt(), "prompt"),
        Posted.language(present(json.language(), "language")),
        Duration.ofMillis(present(json.milliseconds(), "milliseconds")),
        words(json.glossary(), "glossary"),
        least,
        json.most() == null ? least : json.most(),
        json.answers() == null ? OptionalInt.empty() : OptionalInt.of(json.answers()),
        reward,
        minor(json.bonus(), reward, "bonus").orElse(0),
        json.target() == null ? OptionalDouble.empty() : OptionalDouble.of(json.target()),
        minor(json.wordWorth(), reward, "wordWorth"),
        json.repeats() == null ? 0 : json.repeats(),
        Duration.ofSeconds(present(json.allowedSeconds(), "allowedSeconds")),
        json.autoApproveSeconds() == null
            ? NewGroup.AUTO_APPROVAL
            : Duration.ofSeconds(json.autoApproveSeconds()),
        Optional.ofNullable(json.lifetimeSeconds()).map(Duration::ofSeconds),
        json.priority() == null ? 0 : json.priority(),
        words(json.keywords(), "keywords"),
        Optional.ofNullable(json.annotation()).filter(words -> !words.isEmpty()),
        PostedQualifications.requirements(json.qualifications()),
        Optional.ofNullable(json.budget()),
        all(present(json.pieces(), "pieces"), "pieces").stream().map(PostedJobs::piece).toList());
  }

  private static NewJob.Piece piece(NewJobJson.NewPieceJson json) {
    return new NewJob.Piece(
        present(json.mediumId(), "mediumId"),
        present(json.startMilliseconds(), "startMilliseconds"),
        present(json.endMilliseconds(), "endMilliseconds"));
  }

  private static List<String> words(@Nullable List<String> words, String member) {
    return words == null ? List.of() : all(words, member);
  }

  /** Empty where it is absent or 0. */
  private static OptionalLong minor(@Nullable MoneyJson json, Money reward, String member) {
    if (json == null || json.minor() == 0) {
      return OptionalLong.empty();
    }
    Money money = Posted.money(json, member);
    if (!money.currency().equals(reward.currency())) {
      throw Exchange.invalid(member + ": in the currency of the reward");
    }
    return OptionalLong.of(money.minor());
  }
}
