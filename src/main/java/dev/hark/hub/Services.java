package dev.hark.hub;

import dev.hark.hub.account.Accounts;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.FailedSignIns;
import dev.hark.hub.account.SignIn;
import dev.hark.hub.account.Tokens;
import dev.hark.hub.account.WorkerNames;
import dev.hark.hub.commons.AlsoKnown;
import dev.hark.hub.commons.ImportedReviews;
import dev.hark.hub.commons.Imports;
import dev.hark.hub.commons.Moderation;
import dev.hark.hub.commons.Overlays;
import dev.hark.hub.commons.OwnRatings;
import dev.hark.hub.commons.Ratings;
import dev.hark.hub.commons.Requesters;
import dev.hark.hub.commons.Responses;
import dev.hark.hub.commons.Reviews;
import dev.hark.hub.commons.SamePerson;
import dev.hark.hub.event.EventServices;
import dev.hark.hub.gate.Limits;
import dev.hark.hub.hourly.Earnings;
import dev.hark.hub.job.CheckRounds;
import dev.hark.hub.job.Compared;
import dev.hark.hub.job.DuePieces;
import dev.hark.hub.job.JobTexts;
import dev.hark.hub.job.JobWorkers;
import dev.hark.hub.job.Jobs;
import dev.hark.hub.job.LanguageModels;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.ledger.LedgerCheck;
import dev.hark.hub.ledger.Payouts;
import dev.hark.hub.ledger.Settlements;
import dev.hark.hub.media.MediaFiles;
import dev.hark.hub.media.UploadFiles;
import dev.hark.hub.qualification.Qualifications;
import dev.hark.hub.store.Store;
import dev.hark.hub.work.Answers;
import dev.hark.hub.work.Approvals;
import dev.hark.hub.work.Attachments;
import dev.hark.hub.work.Bonuses;
import dev.hark.hub.work.Drafts;
import dev.hark.hub.work.Funds;
import dev.hark.hub.work.GroupQuality;
import dev.hark.hub.work.Groups;
import dev.hark.hub.work.History;
import dev.hark.hub.work.Incomes;
import dev.hark.hub.work.Leases;
import dev.hark.hub.work.Payments;
import dev.hark.hub.work.PostedGroups;
import dev.hark.hub.work.Postings;
import dev.hark.hub.work.Publishing;
import dev.hark.hub.work.Redos;
import dev.hark.hub.work.Rejections;
import dev.hark.hub.work.Results;
import dev.hark.hub.work.Workforce;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a hub can do, for code inside the hub: the HTTP interface, a demo market, tests. Each call
 * is one transaction, but for those within {@link #together}.
 *
 * @param store the database under all of them
 * @param clock tells the time
 * @param accounts who is known here
 * @param tokens what they sign in with
 * @param signIn finds out who asks
 * @param failedSignIns counts those who are nobody
 * @param audit who did what
 * @param workerNames how workers appear to requesters
 * @param ledger money
 * @param ledgerCheck whether it adds up
 * @param payouts money that workers ask for
 * @param settlements files of payouts for the operator's bank
 * @param funds what requesters have
 * @param bonuses money beyond the reward
 * @param media sounds and pictures
 * @param publishing puts task groups on the market
 * @param jobs recordings to write down
 * @param texts what their answers say together
 * @param jobWorkers how workers stand to those texts, and to themselves
 * @param checks second rounds of listening
 * @param compared what workers see of that
 * @param workforce who writes down recordings here
 * @param history puts past work on the market
 * @param reviews reviews of requesters
 * @param responses what others say to reviews
 * @param moderation flags on reviews, and hiding them
 * @param ratings what reviews add up to
 * @param earnings what workers earn an hour
 * @param samePerson which accounts are one person
 * @param requesters what is known of requesters
 * @param imports takes in reviews that were written elsewhere
 * @param importedReviews what others make of those
 * @param alsoKnown by which ids requesters were known elsewhere
 * @param overlays what old overlays are told
 * @param ownRatings what a requester sees of their own ratings
 * @param groups task groups as workers see them
 * @param postings what requesters do with groups that they posted
 * @param posted task groups as their requesters see them
 * @param leases tasks that workers hold
 * @param answers takes answers
 * @param drafts unfinished answers
 * @param attachments recordings that belong to answers
 * @param approvals decides on answers, and pays
 * @param rejections what workers say to rejections, and turning them round
 * @param redos answers that are asked for again
 * @param quality gold that is mixed in, and rules of approval
 * @param results what came of tasks
 * @param incomes what workers earn
 * @param qualifications what workers are qualified for
 * @param events what happened
 */
public record Services(
    Store store,
    Clock clock,
    Accounts accounts,
    Tokens tokens,
    SignIn signIn,
    FailedSignIns failedSignIns,
    Audit audit,
    WorkerNames workerNames,
    Ledger ledger,
    LedgerCheck ledgerCheck,
    Payouts payouts,
    Settlements settlements,
    Funds funds,
    Bonuses bonuses,
    MediaFiles media,
    Publishing publishing,
    Jobs jobs,
    JobTexts texts,
    JobWorkers jobWorkers,
    CheckRounds checks,
    Compared compared,
    Workforce workforce,
    History history,
    Reviews reviews,
    Responses responses,
    Moderation moderation,
    Ratings ratings,
    Earnings earnings,
    SamePerson samePerson,
    Requesters requesters,
    Imports imports,
    ImportedReviews importedReviews,
    AlsoKnown alsoKnown,
    Overlays overlays,
    OwnRatings ownRatings,
    Groups groups,
    Postings postings,
    PostedGroups posted,
    Leases leases,
    Answers answers,
    Drafts drafts,
    Attachments attachments,
    Approvals approvals,
    Rejections rejections,
    Redos redos,
    GroupQuality quality,
    Results results,
    Incomes incomes,
    Qualifications qualifications,
    EventServices events) {

  static Services on(
      Store store,
      Path media,
      Clock clock,
      Limits limits,
      LanguageModels models,
      boolean loopback) {
    Tokens tokens = new Tokens(store, clock, limits.tokenLife());
    Ledger ledger = new Ledger(store, clock);
    Payments payments = new Payments(ledger);
    Reviews reviews = new Reviews(store, clock);
    Ratings ratings = new Ratings(store, clock);
    Earnings earnings = new Earnings(store, clock);
    Requesters requesters = new Requesters(store, ratings, earnings);
    DuePieces due = new DuePieces();
    Approvals approvals = new Approvals(store, clock, payments, due);
    Bonuses bonuses = new Bonuses(store, clock, payments);
    Postings postings = new Postings(store, clock, payments);
    Publishing publishing = new Publishing(store, clock, payments);
    Jobs jobs = new Jobs(store, clock, publishing, ledger, payments);
    JobTexts texts = new JobTexts(store, clock, due, jobs, ledger, bonuses, approvals, models);
    WorkerNames workerNames = WorkerNames.open(store);
    return new Services(
        store,
        clock,
        new Accounts(
            store,
            clock,
            tokens,
            (handle, operator, id, now) -> {
              postings.endAll(handle, operator, id, now);
              jobs.closeAll(handle, id);
            }),
        tokens,
        new SignIn(store, clock),
        new FailedSignIns(store, clock),
        new Audit(store),
        workerNames,
        ledger,
        new LedgerCheck(store),
        new Payouts(store, clock, ledger),
        new Settlements(store, clock),
        new Funds(store, clock, ledger, payments),
        bonuses,
        new MediaFiles(store, media, clock, limits.mostSound(), limits.spareRoom()),
        publishing,
        jobs,
        texts,
        new JobWorkers(store, texts),
        new CheckRounds(store, publishing, texts),
        new Compared(store, clock, payments, bonuses),
        new Workforce(store, clock),
        new History(store, ledger, payments, reviews),
        reviews,
        new Responses(store, clock),
        new Moderation(store, clock),
        ratings,
        earnings,
        new SamePerson(store, clock),
        requesters,
        new Imports(store, clock),
        new ImportedReviews(store, clock),
        new AlsoKnown(store, clock),
        new Overlays(store, requesters, clock),
        new OwnRatings(store, clock, requesters, ratings, earnings),
        new Groups(store, clock),
        postings,
        new PostedGroups(store, clock, approvals, postings),
        new Leases(store, clock, approvals),
        new Answers(store, clock, approvals),
        new Drafts(store, clock),
        new Attachments(store, clock, new UploadFiles(media, limits.spareRoom())),
        approvals,
        new Rejections(store, clock, approvals),
        new Redos(store, clock, approvals),
        new GroupQuality(store, clock, payments, jobs.goldBonuses()),
        new Results(store),
        new Incomes(store, clock, approvals),
        Qualifications.on(store, clock),
        new EventServices(store, clock, workerNames, loopback));
  }

  /**
   * Runs calls of these services as one transaction: all is kept when this returns, or nothing
   * where it throws. Other writers wait meanwhile. Keep slow work, such as making audio, outside.
   * The work runs on a thread of the store.
   */
  public <T> T together(Supplier<T> work) {
    return store.write(handle -> work.get());
  }
}
