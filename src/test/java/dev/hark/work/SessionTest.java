package dev.hark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.filter.ListFiles;
import dev.hark.market.Offer;
import dev.hark.review.Attribute;
import dev.hark.review.Rejections;
import dev.hark.review.Review;
import dev.hark.review.Standing;
import dev.hark.task.Answer;
import dev.hark.task.Assignment;
import dev.hark.task.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest extends SessionFixture {
  @Test
  @Requirement({"SES-1", "SES-2"})
  void presentsTheFirstTaskAndGoesThroughTheOthers() {
    session.start();
    assertEquals(List.of("3 tasks fit you.", offer("g1")), heard.take());
    act(Action.NEXT);
    assertEquals(List.of(offer("g2")), heard.take());
    act(Action.PREVIOUS);
    assertEquals(List.of(offer("g1")), heard.take());
    act(Action.PREVIOUS);
    heard.hears("This is the first.");
    act(Action.NEXT, Action.NEXT, Action.NEXT);
    heard.hears("That was the last; nothing new yet.");
    market.add("g4", "Newcomer", CHOICE);
    act(Action.NEXT);
    heard.hears(offer("g4"));
  }

  @Test
  @Requirement({"SES-3", "SES-14"})
  void tellsMoreWhenAsked() {
    start();
    act(Action.DETAILS);
    heard.hears("9 of 10 answers approved.");
    act(Action.REVIEWS);
    heard.hears("Radio Archive has no reviews yet.");
    act(Action.EARNINGS);
    heard.hears("Today 36 cents, this week 2 euros 50, pending 18 cents.");
    act(Action.WHERE);
    heard.hears("Task 1 of 3.");
    act(Action.TIME);
    heard.hears("You hold no task.");
    act(Action.HELP);
    heard.hears("n: ");
    act(Action.DETAILS);
    List<String> said = heard.take();
    act(Action.REPEAT);
    assertEquals(said, heard.take());
  }

  @Test
  @Requirement({"SES-4", "SES-5", "SES-6", "SES-9", "SES-10"})
  void aTranscriptionFromAcceptToPay() {
    start();
    act(Action.ACCEPT);
    List<String> accepted = heard.take();
    assertTrue(accepted.getFirst().startsWith("Accepted. 6 minutes, until "), accepted::toString);
    assertTrue(accepted.contains("Playing."), accepted::toString);
    assertTrue(player.playing());
    act(Action.PLAY);
    assertFalse(player.playing());
    act(Action.FORWARD, Action.FORWARD, Action.BACK);
    assertEquals(Duration.ofMillis(1500), player.position());
    act(Action.SLOWER);
    assertEquals(0.9, player.speed());
    heard.take();
    type("the old light");
    heard.hears("3 words");
    assertEquals("the old light", session.text());
    act(Action.READ);
    heard.hears("the old light");
    act(Action.WORDS);
    heard.hears("the . old . light");
    act(Action.SPELL);
    heard.hears("the, t h e. old, o l d. light, l i g h t");
    act(Action.SUBMIT);
    heard.hears("Submit 3 words for 18 cents?");
    assertEquals(Mode.CONFIRMING, session.mode());
    session.confirm(false);
    assertTrue(market.answers.isEmpty());
    heard.take();
    act(Action.SUBMIT);
    session.confirm(true);
    heard.hears("18 cents pending; Radio Archive pays in about 2 days.");
    assertEquals(List.of(new Answer.Text("the old light")), List.copyOf(market.answers.values()));
    assertEquals(Mode.BROWSING, session.mode());
    assertTrue(journal.drafts().isEmpty());
  }

  @Test
  @Requirement("SES-10")
  void saysWhatIsPaidAtOnce() {
    market.decision = Assignment.State.APPROVED;
    start();
    act(Action.ACCEPT);
    type("words");
    act(Action.SUBMIT);
    session.confirm(true);
    heard.hears("Sent and approved: 18 cents from Radio Archive are yours.");
  }

  @Test
  @Requirement("SES-6")
  void typesAnewWithoutLosingTheOldWordsBefore() {
    start();
    act(Action.ACCEPT);
    type("old words");
    act(Action.RETYPE);
    heard.hears("Type anew; Enter ends. Before: old words");
    assertEquals("", session.text());
    session.typed("");
    session.typingDone();
    assertEquals("old words", session.text());
    act(Action.RETYPE);
    session.typed("new");
    session.typingDone();
    assertEquals("new", session.text());
  }

  @Test
  @Requirement("SES-7")
  void choosesByNumber() {
    start();
    act(Action.NEXT, Action.ACCEPT);
    heard.hears("1: Same");
    session.option(7);
    heard.hears("There is no option 7.");
    act(Action.TYPE);
    heard.hears("Choose by number.");
    session.option(2);
    heard.hears("Chosen: Different");
    act(Action.SUBMIT);
    session.confirm(true);
    assertEquals(List.of(new Answer.Choice("no")), List.copyOf(market.answers.values()));
  }

  @Test
  @Requirement("AUD-101")
  void aChoiceThatTakesOwnWordsIsChosenOrTyped() {
    market.add(
        "g2",
        "Fair Words",
        new Question.Choice(
            "Is it said?",
            List.of(),
            List.of(new Question.Option("yes", "Yes"), new Question.Option("no", "No")),
            true));
    start();
    act(Action.NEXT, Action.ACCEPT);
    heard.hears("Or t, to type something else.");
    session.option(1);
    type("the old keeper");
    heard.hears("3 words");
    act(Action.READ);
    heard.hears("the old keeper");
    act(Action.SUBMIT);
    heard.hears("Submit 3 words for 18 cents?");
    session.confirm(false);
    session.option(2);
    type("the old keeper rowed");
    act(Action.SUBMIT);
    session.confirm(true);
    assertEquals(
        List.of(new Answer.Text("the old keeper rowed")), List.copyOf(market.answers.values()));
  }

  @Test
  @Requirement("SES-8")
  void asksAFormPartByPart() {
    start();
    act(Action.NEXT, Action.NEXT, Action.ACCEPT);
    heard.hears("1 of 2: Is it the same sentence?");
    act(Action.SUBMIT);
    heard.hears("Question 1 has no answer yet.");
    session.option(1);
    heard.hears("2 of 2: What did you read?");
    act(Action.SUBMIT);
    heard.hears("Question 2 has no answer yet.");
    type("a book");
    act(Action.PREVIOUS);
    heard.hears("Your answer: Same");
    act(Action.SUBMIT);
    heard.hears("Submit 2 answers for 18 cents?");
    session.confirm(true);
    assertEquals(
        List.of(new Answer.Form(List.of(new Answer.Choice("yes"), new Answer.Text("a book")))),
        List.copyOf(market.answers.values()));
  }

  @Test
  @Requirement({"SES-9", "SES-11", "SES-18"})
  void aTaskGivenBackKeepsItsWordsForTheNextTime() {
    start();
    act(Action.ACCEPT);
    type("half an answer");
    act(Action.RETURN);
    heard.hears("Give the task back? Your 3 words are kept.");
    session.confirm(true);
    heard.hears("Given back.");
    assertEquals(1, market.returned.size());
    act(Action.ACCEPT);
    heard.hears("Your draft is here, 3 words");
    assertEquals("half an answer", session.text());
  }

  @Test
  @Requirement("SES-12")
  void skipsTasksAndHidesRequesters() {
    start();
    act(Action.SKIP);
    heard.hears("Next: " + offer("g2"));
    act(Action.NEXT);
    heard.hears(offer("g3"));
    act(Action.HIDE);
    heard.hears("Radio Archive is hidden, 1 offer with them.");
    assertEquals(List.of("r-Radio Archive"), journal.hiddenRequesters());
  }

  @Test
  @Requirement("SES-13")
  void showsWhatIsHiddenAndHidesItAgain() {
    journal.hideRequester("r-Radio Archive", "Radio Archive");
    session.start();
    heard.hears("1 task fits you; 2 are hidden");
    act(Action.SHOW_ALL);
    heard.hears("1 task fits you; 2 are hidden");
    act(Action.NEXT, Action.NEXT);
    heard.hears(offer("g3"));
    act(Action.SHOW_ALL);
    heard.hears("1 task fits you; 2 are hidden");
  }

  @Test
  @Requirement("FLT-18")
  void hidingIsTakenBackByOneKey() {
    start();
    act(Action.UNDO);
    heard.hears("Nothing was hidden in this session.");
    act(Action.HIDE);
    heard.hears("Radio Archive is hidden, 2 offers with them.");
    act(Action.UNDO);
    heard.hears("Radio Archive is shown again.");
    act(Action.WHERE);
    heard.hears(offer("g1"));
    assertEquals(List.of(), journal.hiddenRequesters());
  }

  @Test
  @Requirement("FLT-18")
  void aSessionWithListsBlocksInTheUsersFile() throws IOException {
    ListFiles lists = ListFiles.in(folder);
    session = newSession(Optional.of(lists));
    start();
    act(Action.HIDE);
    heard.hears("Radio Archive is hidden, 2 offers with them.");
    assertEquals(
        List.of("requester: r-Radio Archive  # Radio Archive"),
        Files.readAllLines(lists.blocked().path()));
    act(Action.UNDO);
    heard.hears("Radio Archive is shown again.");
    assertEquals(List.of(), lists.blocked().read().rules());
  }

  @Test
  @Requirement("LST-7")
  void whatNoLongerFitsIsNotOfferedWhenTheListIsReadAgain() {
    start();
    act(Action.FILTER);
    session.typed("rating.state == 'no-reviews'");
    session.typingDone();
    heard.hears("3 tasks fit you.");
    Offer good = Objects.requireNonNull(market.offers.get("g1"));
    market.offers.put(
        "g1",
        new Offer(
            good.group(),
            new Standing.SourceDown(Instant.EPOCH),
            good.hourly(),
            good.decided(),
            good.approved(),
            good.timeToPay()));
    act(Action.NEXT, Action.NEXT);
    heard.take();
    act(Action.NEXT);
    heard.hears("1 no longer fits: ");
    act(Action.WHERE);
    heard.hears("Task 2 of 2.");
    act(Action.PREVIOUS);
    heard.hears(offer("g2"));
    act(Action.PREVIOUS);
    heard.hears("This is the first.");
  }

  @Test
  @Requirement("FLT-12")
  void aTypedConditionKeepsWhatMeetsItUntilItIsTakenAway() {
    start();
    act(Action.FILTER);
    heard.hears("Type a condition, such as pay.low >= 14.0; Enter alone takes yours away.");
    session.typed("requester.nam == 'Fair Words'");
    session.typingDone();
    heard.hears(
        "Your condition, line 1, column 1: there is no requester.nam. Did you mean"
            + " requester.name?");
    session.typed("requester.name == 'Fair Words'");
    session.typingDone();
    heard.hears("1 task fits you; 2 are hidden, all by a filter.");
    act(Action.WHERE);
    heard.hears(offer("g2"));
    act(Action.FILTER);
    heard.hears("Your condition: requester Fair Words. Type another; Enter alone takes it away.");
    session.typed("pay.low > 9000.0");
    session.typingDone();
    heard.hears("Nothing fits: pay per hour over 9,000 hides 3 of 3.");
    act(Action.FILTER);
    session.typed("");
    session.typingDone();
    heard.hears("3 tasks fit you.");
  }

  @Test
  @Requirement("SES-15")
  void everyActionIsAnsweredInEveryMode() {
    start();
    for (Action action : Action.values()) {
      if (action != Action.QUIT && action != Action.ACCEPT && action != Action.SILENCE) {
        act(action);
        assertFalse(heard.take().isEmpty(), () -> action + " says nothing while browsing");
      }
    }
    session.act(Action.RETURN);
    session.act(Action.SHOW_ALL);
    market.add("g9", "Last", SPEECH);
    act(Action.NEXT, Action.NEXT, Action.NEXT, Action.ACCEPT);
    heard.take();
    for (Action action : Action.values()) {
      if (session.mode() == Mode.CONFIRMING) {
        session.confirm(false);
      } else if (session.mode() == Mode.TYPING) {
        session.typingDone();
      }
      heard.take();
      boolean playingBefore = player.playing();
      Duration before = player.position();
      act(action);
      boolean effect =
          action == Action.SILENCE
              ? !player.playing()
              : player.playing() != playingBefore || !player.position().equals(before);
      assertTrue(effect || !heard.take().isEmpty(), () -> action + " does nothing while holding");
    }
  }

  @Test
  @Requirement({"SES-22", "REV-5"})
  void reviewsTheRequesterByShortQuestions() {
    start();
    act(Action.RATE);
    heard.hears("once you have handed in work");
    act(Action.ACCEPT);
    type("words");
    clock.forward(Duration.ofSeconds(160));
    act(Action.SUBMIT);
    session.confirm(true);
    heard.hears("g reviews Radio Archive.");
    act(Action.RATE);
    heard.hears("Pay, 1 to 5");
    for (String answer :
        List.of(
            "5", "9", "4", "", "3", "5", "none", "n", "y", "maybe", "", "x", "", "Clear sound.")) {
      session.typed(answer);
      session.typingDone();
    }
    String asked = heard.text();
    assertTrue(asked.contains("Was there a task that could not be done? y or n"), asked);
    assertTrue(asked.contains("Enter takes the 3 minutes that were measured"), asked);
    assertTrue(asked.contains("Not understood: maybe"), asked);
    assertTrue(asked.contains("Send the review with 4 marks?"), asked);
    session.confirm(true);
    heard.hears("Review taken.");
    Review review = market.reviews.getFirst();
    assertEquals(5, review.marks().get(Attribute.PAY));
    assertEquals(4, review.marks().get(Attribute.FAIRNESS));
    assertFalse(review.marks().containsKey(Attribute.SPEED));
    assertEquals(Optional.of(Rejections.NONE), review.rejections());
    assertEquals("Clear sound.", review.words());
    assertTrue(review.brokenTask());
    assertFalse(review.unpaidScreening());
    assertEquals(Optional.of(Duration.ofMinutes(3)), review.took());
  }
}
