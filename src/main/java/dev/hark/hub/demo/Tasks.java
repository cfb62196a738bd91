package dev.hark.hub.demo;

import dev.hark.task.Answer;
import dev.hark.task.Medium;
import dev.hark.task.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a group's plan into its tasks. */
record Tasks(Sentences sentences, ClipLengths lengths) {

  /** A question, and the known answer where there is one. */
  record Planned(Question question, Optional<Answer> gold) {}

  List<Planned> of(GroupPlan group) {
    List<Planned> tasks = new ArrayList<>();
    some(group.say()).forEach(ids -> tasks.add(transcription(group, ids)));
    some(group.pairs()).forEach(pair -> tasks.add(comparison(group, pair)));
    some(group.items()).forEach(item -> tasks.add(advert(group, item)));
    some(group.forms()).forEach(form -> tasks.add(adverts(group, form)));
    List<PicturePlan> pictures = some(group.pictures());
    for (int i = 0; i < pictures.size(); i++) {
      tasks.add(picture(group, pictures.get(i), i));
    }
    if (group.parts() != null) {
      tasks.add(questionnaire(group, group.parts()));
    }
    return tasks;
  }

  /** Every recording that the group's tasks play. */
  static List<Recording> recordings(GroupPlan group) {
    List<Recording> all = new ArrayList<>();
    some(group.say()).forEach(ids -> all.add(said(group, ids)));
    for (List<String> pair : some(group.pairs())) {
      all.add(Recording.parse(pair.get(0)));
      all.add(Recording.parse(pair.get(1)));
    }
    return all;
  }

  private static Recording said(GroupPlan group, String ids) {
    return new Recording(voice(group), List.of(ids.split(" ")));
  }

  private Planned transcription(GroupPlan group, String ids) {
    Recording recording = said(group, ids);
    Question question =
        new Question.Transcription(group.prompt(), List.of(medium(group, recording)));
    return new Planned(
        question,
        group.gold()
            ? Optional.of(new Answer.Text(sentences.text(recording.sentences())))
            : Optional.empty());
  }

  private Planned comparison(GroupPlan group, List<String> pair) {
    List<Medium> media =
        List.of(
            medium(group, Recording.parse(pair.get(0))),
            medium(group, Recording.parse(pair.get(1))));
    return new Planned(
        new Question.Choice(group.prompt(), media, options(group.options())),
        Optional.of(new Answer.Choice(pair.get(2))));
  }

  private static Planned advert(GroupPlan group, List<String> item) {
    return new Planned(
        new Question.Choice(
            group.prompt() + "\n" + item.get(0), List.of(), options(group.options())),
        Optional.of(new Answer.Choice(item.get(1))));
  }

  private static Planned adverts(GroupPlan group, List<List<String>> form) {
    List<Question> parts = new ArrayList<>();
    List<Answer> gold = new ArrayList<>();
    for (List<String> item : form) {
      parts.add(new Question.Choice(item.get(0), List.of(), options(group.options())));
      gold.add(new Answer.Choice(item.get(1)));
    }
    return new Planned(
        new Question.Form(group.prompt(), List.of(), parts), Optional.of(new Answer.Form(gold)));
  }

  private static Planned picture(GroupPlan group, PicturePlan plan, int index) {
    List<Medium> media = List.of(medium(group, plan, index));
    if (group.options() == null) {
      return new Planned(
          new Question.OpenText(group.prompt(), media),
          Optional.ofNullable(plan.gold()).map(words -> new Answer.Text(words)));
    }
    return new Planned(
        new Question.Choice(group.prompt(), media, options(group.options())),
        Optional.ofNullable(plan.gold()).map(Answer.Choice::new));
  }

  private static Planned questionnaire(GroupPlan group, List<GroupPlan.Part> plans) {
    List<Medium> media =
        group.picture() == null ? List.of() : List.of(medium(group, group.picture(), 0));
    List<Question> parts = new ArrayList<>();
    for (GroupPlan.Part part : plans) {
      parts.add(
          part.options() == null
              ? new Question.OpenText(part.ask(), List.of())
              : new Question.Choice(part.ask(), List.of(), options(part.options())));
    }
    return new Planned(new Question.Form(group.prompt(), media, parts), Optional.empty());
  }

  private Medium medium(GroupPlan group, Recording recording) {
    return new Medium(
        recording.id(group.requester()), "audio/wav", Optional.of(lengths.of(recording)), "");
  }

  private static Medium medium(GroupPlan group, PicturePlan plan, int index) {
    String words = plan.description() == null ? "" : plan.description();
    return new Medium(PictureId.of(group, index), "image/svg+xml", Optional.empty(), words);
  }

  private static List<Question.Option> options(@Nullable List<List<String>> plans) {
    return some(plans).stream()
        .map(option -> new Question.Option(option.get(0), option.get(1)))
        .toList();
  }

  private static String voice(GroupPlan group) {
    if (group.voice() == null) {
      throw new IllegalStateException(group.id() + " has no voice");
    }
    return group.voice();
  }

  private static <T> List<T> some(@Nullable List<T> maybe) {
    return maybe == null ? List.of() : maybe;
  }
}
