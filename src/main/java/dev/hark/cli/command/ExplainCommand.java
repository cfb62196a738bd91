package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.RatingsWait;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Choice;
import dev.hark.market.Explanation;
import dev.hark.market.Judged;
import dev.hark.market.OfferList;
import dev.hark.market.OfferOrder;
import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark filter explain TASK}: every part of every filter that is on, for one task group. */
@Command(name = "explain", description = "explain.command")
final class ExplainCommand extends HarkCommand {
  private static final int NAMED = 5;

  @Parameters(index = "0", arity = "1..*", paramLabel = "TASK", description = "explain.task")
  private List<String> task = new ArrayList<>();

  @Option(names = "--filter", paramLabel = "NAME", description = "tasks.option.filter")
  private List<String> filters = new ArrayList<>();

  @Option(names = "--where", paramLabel = "EXPRESSION", description = "tasks.option.where")
  private List<String> wheres = new ArrayList<>();

  private final ConditionOptions conditions = new ConditionOptions();

  ConditionOptions conditions() {
    return conditions;
  }

  @Override
  protected ExitCode run(Context context) {
    Choice choice =
        Choosing.choice(
            context,
            Choosing.filters(context, filters, wheres, conditions.filters()),
            OfferOrder.NEWEST);
    OfferList list = RatingsWait.rated(context, OfferList.of(context.market(), choice));
    Explanation explanation = list.explain(found(list, String.join(" ", task).strip()));
    context.output().result(json(explanation, context.wording()), explanation.words());
    return ExitCode.OK;
  }

  /** The group of that id, or the only one with these words in its title or requester's name. */
  private static Judged found(OfferList list, String words) {
    List<Judged> all = Stream.concat(list.kept().stream(), list.hidden().stream()).toList();
    String small = words.toLowerCase(Locale.ROOT);
    List<Judged> found = all.stream().filter(one -> id(one).equals(words)).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(one -> titled(one).contains(small)).toList();
    }
    if (found.isEmpty()) {
      throw new Fault.Usage(Sentence.of("explain.no-such-task", words));
    }
    List<Judged> exact = found.stream().filter(one -> title(one).equals(small)).toList();
    if (exact.size() == 1) {
      return exact.getFirst();
    }
    if (found.size() > 1) {
      List<Object> some =
          found.stream()
              .limit(NAMED)
              .<Object>map(
                  one -> Sentence.of("explain.choice", one.offer().group().title(), id(one)))
              .toList();
      throw new Fault.Usage(Sentence.of("explain.several", found.size(), words, some));
    }
    return found.getFirst();
  }

  private static String id(Judged judged) {
    return judged.offer().group().id();
  }

  private static String title(Judged judged) {
    return judged.offer().group().title().toLowerCase(Locale.ROOT);
  }

  private static String titled(Judged judged) {
    return title(judged)
        + "\n"
        + judged.offer().group().requester().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> json(Explanation explanation, Wording wording) {
    Map<String, Object> json = new LinkedHashMap<>(new OfferJson(wording).of(explanation.judged()));
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Explanation.Part part : explanation.parts()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("by", part.by().name().toLowerCase(Locale.ROOT));
      part.filter().ifPresent(filter -> one.put("filter", filter.id()));
      one.put("condition", wording.say(part.check().condition()));
      one.put("holds", part.check().holds());
      one.put("fact", wording.say(part.check().fact()));
      parts.add(one);
    }
    json.put("kept", explanation.judged().kept());
    json.put("parts", parts);
    return json;
  }
}
