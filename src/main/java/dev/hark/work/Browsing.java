package dev.hark.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.filter.Facts;
import dev.hark.filter.NamedFilter;
import dev.hark.journal.Draft;
import dev.hark.journal.OutboxEntry;
import dev.hark.market.Offer;
import dev.hark.market.OfferList;
import dev.hark.market.OfferWords;
import dev.hark.review.Review;
import dev.hark.task.Assignment;
import dev.hark.task.Requester;
import dev.hark.task.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Looking through the offers, one at a time. */
final class Browsing implements Stage {
  private static final int REVIEWS_AT_ONCE = 5;

  private final Session session;
  private final Set<String> skipped = new HashSet<>();
  private final LateRatings late;
  private List<Offer> offers = new ArrayList<>();
  private Optional<NamedFilter> condition = Optional.empty();
  private Optional<OfferList> last = Optional.empty();
  private Optional<Requester> lastHidden = Optional.empty();
  private Optional<TaskGroup> lastWorked = Optional.empty();
  private Optional<Duration> lastTook = Optional.empty();
  private List<Sentence> summary = List.of();
  private boolean loaded;

  /** Whether this key found another offer than the one that was heard. */
  private boolean moved;

  private boolean showsHidden;
  private int at;

  Browsing(Session session) {
    this.session = session;
    this.late = new LateRatings(session);
  }

  /** The first words of a session: what is held, or what there is. */
  void open() {
    List<Assignment> held =
        session.patience().ask(session.desk().market()::held).stream()
            .filter(this::isUnanswered)
            .toList();
    if (held.isEmpty()) {
      session.enter(this);
      load();
      summary();
      waitingDrafts();
      present("session.first");
    } else {
      new Holding(session, held.getFirst()).resume();
    }
  }

  /** An answer on its way is not asked for again, though the market does not have it yet. */
  private boolean isUnanswered(Assignment held) {
    return session
        .desk()
        .journal()
        .outboxEntry(held.id())
        .filter(entry -> entry.state() != OutboxEntry.State.REFUSED)
        .filter(entry -> held.redo().filter(redo -> redo.former().equals(entry.answer())).isEmpty())
        .isEmpty();
  }

  private void load() {
    late.reading();
    OfferList list = session.patience().ask(() -> session.desk().offers(condition));
    last = Optional.of(list);
    offers = new ArrayList<>(list.offers(showsHidden));
    offers.removeIf(offer -> skipped.contains(offer.group().id()));
    at = 0;
    loaded = true;
    summary = list.summary();
  }

  /** Every second: whether ratings came. */
  @Override
  public void tick() {
    hearRatings();
    late.news();
  }

  /** A key counts for what was heard: where that fits no more, the news is the answer. */
  @Override
  public void beforeKey() {
    moved = late.isWaiting();
    hearRatings();
    late.all();
  }

  private void hearRatings() {
    if (takeRatings()) {
      moved = true;
      late.tell(
          offers.isEmpty()
              ? Sentence.of("session.no-offers")
              : Sentence.of("session.next", OfferWords.sentence(current(), me())));
    }
  }

  /** Whether another offer stands where the worker is. */
  private boolean takeRatings() {
    return last.flatMap(before -> late.arrived(before).map(after -> take(before, after)))
        .orElse(false);
  }

  private boolean take(OfferList before, OfferList after) {
    Optional<Offer> told = offers.isEmpty() ? Optional.empty() : Optional.of(current());
    last = Optional.of(after);
    offers = new ArrayList<>(LateRatings.shown(offers, before, after, showsHidden, skipped));
    late.tell(before, after);
    int place = told.map(offer -> placeOf(offer.group().id())).orElse(-1);
    if (place >= 0) {
      at = place;
      late.tellStanding(told.orElseThrow(), current(), me());
      return false;
    }
    at = Math.clamp(at, 0, Math.max(0, offers.size() - 1));
    return told.isPresent() || !offers.isEmpty();
  }

  private int placeOf(String groupId) {
    for (int i = 0; i < offers.size(); i++) {
      if (offers.get(i).group().id().equals(groupId)) {
        return i;
      }
    }
    return -1;
  }

  private void summary() {
    summary.forEach(session.say()::answer);
  }

  /** Groups with a draft that can go on come first. */
  private void waitingDrafts() {
    for (Draft draft : session.desk().journal().drafts()) {
      for (int i = 0; i < offers.size(); i++) {
        if (offers.get(i).group().id().equals(draft.groupId())) {
          offers.addFirst(offers.remove(i));
          session.say().answer("session.draft-waits", new Theirs(draft.title()));
          break;
        }
      }
    }
  }

  private void present(String key) {
    if (offers.isEmpty()) {
      session.say().answer("session.no-offers");
    } else {
      session.say().answer(key, OfferWords.sentence(current(), me()));
    }
  }

  private Facts.Me me() {
    return session.desk().choice().me();
  }

  /** Whether a group stands in the list, and so was or will be told there. */
  boolean knows(String groupId) {
    return skipped.contains(groupId)
        || offers.stream().anyMatch(offer -> offer.group().id().equals(groupId));
  }

  /** What tasks must meet now, besides the worker's filters. */
  Optional<NamedFilter> condition() {
    return condition;
  }

  private Offer current() {
    return offers.get(at);
  }

  @Override
  public Mode mode() {
    return Mode.BROWSING;
  }

  @Override
  public void act(Action action) {
    if (action.isAboutSound()) {
      withOffer(_ -> session.say().answer("session.sound-after-accept"));
      return;
    }
    switch (action) {
      case NEXT -> next();
      case PREVIOUS -> previous();
      case DETAILS -> withOffer(offer -> details(offer.group().id()));
      case REVIEWS -> withOffer(offer -> reviews(offer.group().requester()));
      case ACCEPT -> withOffer(this::accept);
      case SKIP -> withOffer(this::skip);
      case HIDE -> withOffer(this::hide);
      case UNDO -> undo();
      case SHOW_ALL -> showHidden();
      case FILTER -> new Filtering(session).begin(condition);
      case RATE -> rate();
      case TIME -> session.say().answer("session.clock", session.desk().clock().instant());
      case WATCH,
          EARNINGS,
          WHERE,
          REPEAT,
          SAY_SLOWER,
          SPELL_LAST,
          SILENCE,
          CHECK_MICROPHONE,
          LISTEN,
          HELP,
          QUIT ->
          throw new IllegalArgumentException(action + " is the session's own");
      default -> withOffer(_ -> session.say().answer("session.accept-first"));
    }
  }

  private void withOffer(Consumer<Offer> what) {
    if (moved) {
      return;
    }
    if (offers.isEmpty()) {
      session.say().answer("session.no-offers");
    } else {
      what.accept(current());
    }
  }

  private void next() {
    if (moved) {
      return;
    }
    if (!loaded) {
      open();
    } else if (at + 1 < offers.size()) {
      at++;
      present("session.offer");
    } else {
      again();
    }
  }

  /** Behind the last: whether the market has anything new, and whether all still fits. */
  private void again() {
    Set<String> known = new HashSet<>();
    offers.forEach(offer -> known.add(offer.group().id()));
    List<Offer> before = offers;
    Optional<OfferList> then = last;
    load();
    then.flatMap(old -> last.flatMap(now -> now.changeSince(old))).ifPresent(session.say()::answer);
    Set<String> hidden = new HashSet<>();
    if (!showsHidden) {
      last.ifPresent(
          list -> list.hidden().forEach(judged -> hidden.add(judged.offer().group().id())));
    }
    List<Offer> fresh =
        offers.stream().filter(offer -> !known.contains(offer.group().id())).toList();
    offers = new ArrayList<>(before);
    offers.removeIf(offer -> hidden.contains(offer.group().id()));
    at = offers.size();
    offers.addAll(fresh);
    if (fresh.isEmpty()) {
      at = Math.max(0, offers.size() - 1);
      session.say().answer(offers.isEmpty() ? "session.no-offers" : "session.last-offer");
    } else {
      present("session.offer");
    }
  }

  private void previous() {
    if (at == 0) {
      session.say().answer(offers.isEmpty() ? "session.no-offers" : "session.first-offer");
    } else {
      at--;
      present("session.offer");
    }
  }

  /** More about a group, as it stands now. */
  void details(String groupId) {
    Offer offer = session.patience().ask(() -> session.desk().market().inFull(groupId));
    OfferWords.details(offer, session.desk().choice()).forEach(session.say()::answer);
  }

  /** The newest reviews of a requester. */
  void reviews(Requester requester) {
    List<Review> all =
        session.patience().ask(() -> session.desk().market().reviews(requester.id()));
    if (all.isEmpty()) {
      session.say().answer("session.no-reviews", requester.name());
      return;
    }
    session.say().answer("session.reviews", all.size(), requester.name());
    all.stream().limit(REVIEWS_AT_ONCE).map(OfferWords::review).forEach(session.say()::answer);
  }

  private void accept(Offer offer) {
    String groupId = offer.group().id();
    Assignment assignment;
    try {
      assignment = take(groupId);
      if (assignment.state() != Assignment.State.HELD) {
        // The key of an accept that a crash cut short: its task was done or given back since.
        session.desk().journal().acceptDone(groupId);
        assignment = take(groupId);
      }
    } catch (Fault.Refused refused) {
      session.desk().journal().acceptDone(groupId);
      notAccepted(offer, refused);
      return;
    } catch (Fault.BadFile unreadable) {
      session.desk().journal().acceptDone(groupId);
      throw unreadable;
    }
    session.desk().journal().acceptDone(groupId);
    new Holding(session, assignment).begin();
  }

  private Assignment take(String groupId) {
    String key = session.desk().journal().acceptKey(groupId);
    return session.patience().ask(() -> session.desk().market().accept(groupId, key));
  }

  private void notAccepted(Offer offer, Fault.Refused refused) {
    session.say().answer(refused.sentence());
    if (refused.refusal() == Refusal.NO_TASK_LEFT || refused.refusal() == Refusal.NOT_FOUND) {
      drop(offer.group().id());
      present("session.next");
    }
  }

  private void drop(String groupId) {
    offers.removeIf(offer -> offer.group().id().equals(groupId));
    at = Math.clamp(at, 0, Math.max(0, offers.size() - 1));
  }

  private void skip(Offer offer) {
    skipped.add(offer.group().id());
    drop(offer.group().id());
    present("session.next");
  }

  private void hide(Offer offer) {
    Requester requester = offer.group().requester();
    session.desk().hide(requester);
    last = last.map(list -> list.rejudge(session.desk().now(condition)));
    lastHidden = Optional.of(requester);
    int before = offers.size();
    offers.removeIf(other -> other.group().requester().id().equals(requester.id()));
    at = Math.clamp(at, 0, Math.max(0, offers.size() - 1));
    session.say().answer("session.hidden", requester.name(), before - offers.size());
    present("session.next");
  }

  /** Takes back the last hide. */
  private void undo() {
    if (lastHidden.isEmpty()) {
      session.say().answer("session.nothing-to-undo");
      return;
    }
    Requester requester = lastHidden.get();
    session.desk().show(requester);
    lastHidden = Optional.empty();
    session.say().answer("session.shown-again", requester.name());
    load();
    for (int i = 0; i < offers.size(); i++) {
      if (offers.get(i).group().requester().id().equals(requester.id())) {
        at = i;
        break;
      }
    }
    present("session.next");
  }

  private void showHidden() {
    showsHidden = !showsHidden;
    load();
    summary();
    present("session.first");
  }

  /** Keeps only what meets a condition too, or no longer does. */
  void filter(Optional<NamedFilter> other) {
    Optional<NamedFilter> before = condition;
    condition = other;
    session.enter(this);
    try {
      load();
    } catch (Fault fault) {
      condition = before;
      throw fault;
    }
    summary();
    present("session.first");
  }

  private void rate() {
    lastWorked.ifPresentOrElse(
        group -> new Reviewing(session, group, lastTook).begin(),
        () -> session.say().answer("session.nothing-to-review"));
  }

  /**
   * An answer for this group was handed in: its requester can be reviewed.
   *
   * @param took from accept to submit
   */
  void workedIn(TaskGroup group, Duration took) {
    if (lastWorked.isEmpty()) {
      session.say().answer("session.can-review", new Theirs(group.requester().name()));
    }
    lastWorked = Optional.of(group);
    lastTook = Reviewing.measured(took);
  }

  /** A review was taken: what the rating is now. */
  void reviewed(TaskGroup group) {
    session.enter(this);
    Offer offer = session.patience().ask(() -> session.desk().market().offer(group.id()));
    session.say().answer("review.taken", OfferWords.standing(offer));
    judge(offer);
    comeBack();
  }

  /** A group as it stands now; where it fits no more, that is said and it is offered no more. */
  private void judge(Offer fresh) {
    String group = fresh.group().id();
    offers.replaceAll(offer -> offer.group().id().equals(group) ? fresh : offer);
    last.ifPresent(
        before -> {
          OfferList now = before.rejudge(List.of(fresh));
          last = Optional.of(now);
          if (!showsHidden && LateRatings.hides(now, group)) {
            now.changeSince(before).ifPresent(session.say()::answer);
            drop(group);
          }
        });
  }

  /** Back from a held task to the list; the same group first where it has more. */
  void comeBack() {
    session.enter(this);
    if (!loaded) {
      load();
    } else if (!offers.isEmpty()) {
      update(current().group().id());
      var _ = takeRatings();
      late.all();
    }
    present("session.next");
  }

  private void update(String groupId) {
    try {
      Offer fresh = session.patience().ask(() -> session.desk().market().offer(groupId));
      if (fresh.group().available() == 0) {
        drop(groupId);
      } else {
        judge(fresh);
      }
    } catch (Fault.HubDown down) {
      // The list as it was is better than none; the next key says it if the hub is still away.
      session.say().answer(down.sentence());
    } catch (Fault.Refused gone) {
      drop(groupId);
    }
  }

  @Override
  public void where() {
    if (offers.isEmpty()) {
      session.say().answer("session.no-offers");
    } else {
      session.say().answer("session.where", at + 1, offers.size());
      present("session.offer");
    }
  }
}
