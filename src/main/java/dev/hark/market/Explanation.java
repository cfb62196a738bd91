package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.filter.Check;
import dev.hark.filter.FactWords;
import dev.hark.filter.Facts;
import dev.hark.filter.NamedFilter;
import dev.hark.task.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why one offer is shown or hidden: lists, senses, qualifications, and every part of every filter
 * that is on, whatever was decided before it.
 *
 * @param judged the offer and its verdict
 * @param parts what was looked at, in the order in which it decides
 */
public record Explanation(Judged judged, List<Part> parts) {
  /** Key of a name that stands in a filter's file. */
  private static final String OWN_NAME = "fact.own";

  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * One thing that was looked at.
   *
   * @param by what looks
   * @param filter where it is one
   * @param check what is asked for and how it stands
   */
  public record Part(By by, Optional<NamedFilter> filter, Check check) {
    /** "Holds: fair pay, pay per hour of at least 14 euros 71; about 15 to 19 euros an hour." */
    public Sentence words() {
      Sentence asked = asked();
      String key =
          check.holds()
              ? "explain.holds"
              : by == By.QUALIFICATIONS ? "explain.warns" : "explain.fails";
      return Sentence.of(key, asked, check.fact());
    }

    /** A condition that was typed has no name but its own words. */
    private Sentence asked() {
      return filter
          .filter(one -> one.name().key().equals(OWN_NAME))
          .map(one -> Sentence.of("explain.of-filter", one.name(), check.condition()))
          .orElse(check.condition());
    }

    /** The same without the fact, which is told where it makes another part fail. */
    private Sentence brief() {
      return Sentence.of("explain.holds-too", asked());
    }
  }

  /** What decides on an offer; qualifications only warn. */
  public enum By {
    LISTS,
    SENSES,
    QUALIFICATIONS,
    FILTER
  }

  static Explanation of(Judged judged, Choice choice) {
    Facts facts = judged.facts();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(By.LISTS, Optional.empty(), lists(judged, choice)));
    parts.add(new Part(By.SENSES, Optional.empty(), senses(facts)));
    parts.add(new Part(By.QUALIFICATIONS, Optional.empty(), qualifications(facts)));
    for (NamedFilter filter : choice.filters()) {
      for (Check check : filter.explain(facts)) {
        parts.add(new Part(By.FILTER, Optional.of(filter), check));
      }
    }
    return new Explanation(judged, parts);
  }

  /** As it is heard: the offer, the verdict, and part by part. */
  public List<Sentence> words() {
    List<Sentence> lines = new ArrayList<>();
    lines.add(OfferWords.sentence(judged.facts()));
    lines.add(
        judged.kept()
            ? Sentence.of("explain.kept")
            : Sentence.of("explain.hidden", OfferWords.reasons(judged)));
    parts.forEach(part -> lines.add(isToldElsewhere(part) ? part.brief() : part.words()));
    OfferWords.done(judged.facts()).ifPresent(lines::add);
    return List.copyOf(lines);
  }

  private boolean isToldElsewhere(Part part) {
    return part.check().holds()
        && part.filter().isPresent()
        && parts.stream()
            .filter(other -> other.filter().equals(part.filter()))
            .anyMatch(
                other ->
                    !other.check().holds() && other.check().fact().equals(part.check().fact()));
  }

  private static Check lists(Judged judged, Choice choice) {
    Sentence lists = Sentence.of("explain.lists");
    boolean hidden =
        judged
            .hiddenBy()
            .filter(by -> by == Judged.HiddenBy.REQUESTER || by == Judged.HiddenBy.BLOCK)
            .isPresent();
    return hidden
        ? new Check(lists, false, judged.reasons().getFirst())
        : new Check(
            lists,
            true,
            choice
                .lists()
                .including(judged.offer().group())
                .map(rule -> Sentence.of("explain.included", rule.words()))
                .orElseGet(() -> Sentence.of("explain.on-no-list")));
  }

  private static Check senses(Facts facts) {
    Set<Need> lacking = facts.me().lacks(facts.group());
    Sentence needs =
        facts.group().needs().isEmpty()
            ? Sentence.of("fact.needs-nothing")
            : FactWords.needs(lacking.isEmpty() ? facts.group().needs() : lacking);
    return new Check(Sentence.of("explain.senses"), lacking.isEmpty(), needs);
  }

  private static Check qualifications(Facts facts) {
    return new Check(
        Sentence.of("explain.qualifications"),
        facts.group().isQualified(),
        facts.group().isQualified()
            ? Sentence.of("qualify.you-do")
            : FactWords.unqualified(facts.group()));
  }
}
