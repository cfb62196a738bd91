package dev.hark.cli.hub;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.journal.SqliteLibrary;
import dev.hark.journal.Tokens;
import dev.hark.journal.UserFolders;
import dev.hark.market.FirstMoments;
import dev.hark.market.Marketplace;
import dev.hark.market.Qualifications;
import dev.hark.market.Ratings;
import dev.hark.market.hub.AccountDesk;
import dev.hark.market.hub.EventFeed;
import dev.hark.market.hub.HubAccounts;
import dev.hark.market.hub.HubComparisons;
import dev.hark.market.hub.HubMarketplace;
import dev.hark.market.hub.HubQualifications;
import dev.hark.market.hub.MediaShelf;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.market.hub.ReviewDesk;
import dev.hark.market.hub.WebhookDesk;
import dev.hark.task.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way to a hub: to the one that was named, or to the one of this computer. A worker is registered
 * on first use; the token is kept in the data folder. Used by one thread at a time; closing it
 * closes a hub that it started.
 */
public final class Connection implements AutoCloseable {
  private final UserFolders folders;
  private final String address;
  private final String market;
  private final boolean embedded;
  private final @Nullable EmbeddedHub own;
  private Consumer<Sentence> notices = nothing -> {};
  private Supplier<Ratings> ratings = FirstMoments::new;

  private Connection(
      UserFolders folders,
      String address,
      String market,
      boolean embedded,
      @Nullable EmbeddedHub own) {
    this.folders = folders;
    this.address = address;
    this.market = market;
    this.embedded = embedded;
    this.own = own;
  }

  /** To a hub elsewhere; nothing is sent yet. */
  public static Connection to(UserFolders folders, String address) {
    String plain = address.endsWith("/") ? address : address + "/";
    return new Connection(folders.made(), plain, plain, false, null);
  }

  /**
   * To the hub of this computer: to one that runs, where there is one, else to one that is started.
   *
   * @param reuse whether another process's hub will do; a session has its own
   * @param progress told where the first start takes a while
   */
  public static Connection embedded(
      UserFolders folders, boolean reuse, Consumer<Sentence> progress) {
    Path hub = hubFolder(folders.made());
    if (reuse) {
      Optional<String> running = new HubNote(hub).read().filter(Connection::listens);
      if (running.isPresent()) {
        return new Connection(folders, running.get(), marketIn(hub), true, null);
      }
    }
    SqliteLibrary.keepIn(folders.cache());
    EmbeddedHub own = EmbeddedHub.start(hub, progress);
    return new Connection(folders, own.address(), marketIn(hub), true, own);
  }

  /** Where the hub of this computer keeps its data. */
  public static Path hubFolder(UserFolders folders) {
    return folders.data().resolve("hub");
  }

  /** Where the hub of this computer listens, if one runs and answers. */
  public static Optional<String> running(UserFolders folders) {
    return new HubNote(hubFolder(folders)).read().filter(Connection::listens);
  }

  /** The hub's address, with a slash at its end. */
  public String address() {
    return address;
  }

  /** What the market is known by on this computer, whatever its port. */
  public String market() {
    return market;
  }

  /** The market as this user's worker; for the caller to close. */
  public Marketplace worker() {
    Tokens.Account account =
        account(market, Tokens.Role.WORKER, accounts -> accounts.registerWorker(""));
    HubMarketplace market = new HubMarketplace(address, account.token(), ratings.get(), shelf());
    market.tell(notices);
    return market;
  }

  private MediaShelf shelf() {
    return MediaShelf.in(folders.cache().resolve("media"), market);
  }

  /** This user's qualifications as a worker; for the caller to close. */
  public Qualifications qualifications() {
    Tokens.Account account =
        account(market, Tokens.Role.WORKER, accounts -> accounts.registerWorker(""));
    HubQualifications qualifications = new HubQualifications(address, account.token());
    qualifications.tell(notices);
    return qualifications;
  }

  /** This user's answers beside those of others; for the caller to close. */
  public HubComparisons comparisons() {
    Tokens.Account account =
        account(market, Tokens.Role.WORKER, accounts -> accounts.registerWorker(""));
    HubComparisons comparisons = new HubComparisons(address, account.token(), shelf());
    comparisons.tell(notices);
    return comparisons;
  }

  /**
   * The market as a requester: on the hub of this computer as its operator, who may act for all.
   * For the caller to close.
   *
   * @throws Fault.Usage where this user is no requester there yet
   */
  public RequesterDesk requester() {
    return desk(requesterToken());
  }

  /**
   * Where a requester is called when something happens. For the caller to close.
   *
   * @throws Fault.Usage where this user is no requester there yet
   */
  public WebhookDesk webhooks() {
    WebhookDesk desk = new WebhookDesk(address, requesterToken());
    desk.tell(notices);
    return desk;
  }

  /**
   * What happens there, for this user's worker or requester. For the caller to close.
   *
   * @param cursor where to go on; empty for what happens from now on
   */
  public EventFeed events(boolean asRequester, Optional<String> cursor) {
    return events(asRequester, cursor, notices);
  }

  /**
   * The same.
   *
   * @param told hears when it breaks
   */
  public EventFeed events(boolean asRequester, Optional<String> cursor, Consumer<Sentence> told) {
    String token =
        asRequester
            ? requesterToken()
            : account(market, Tokens.Role.WORKER, accounts -> accounts.registerWorker("")).token();
    return new EventFeed(address, token, cursor, told);
  }

  private String requesterToken() {
    if (embedded) {
      return operatorToken(hubFolder(folders));
    }
    Tokens tokens = new Tokens(folders);
    return tokens
        .find(market, Tokens.Role.REQUESTER)
        .or(() -> tokens.find(market, Tokens.Role.OPERATOR))
        .map(Tokens.Account::token)
        .orElseThrow(() -> new Fault.Usage(Sentence.of("cli.request-nobody")));
  }

  /**
   * The market as a requester of that name, who is registered where they are not yet known.
   *
   * @param name what workers see
   */
  public RequesterDesk requester(String name) {
    Tokens.Account account =
        account(
            market + "#" + name,
            Tokens.Role.REQUESTER,
            accounts -> accounts.registerRequester(name));
    new Tokens(folders).keep(market, Tokens.Role.REQUESTER, account);
    return desk(account.token());
  }

  private RequesterDesk desk(String token) {
    RequesterDesk desk = new RequesterDesk(address, token);
    desk.tell(notices);
    return desk;
  }

  /**
   * One's own account there in a role; on the hub of this computer, its operator's is at hand. For
   * the caller to close.
   *
   * @throws Fault.Usage where this user has no such account there
   */
  public AccountDesk account(Tokens.Role role) {
    AccountDesk desk =
        new AccountDesk(
            address,
            embedded && role == Tokens.Role.OPERATOR
                ? operatorToken(hubFolder(folders))
                : kept(role).token());
    desk.tell(notices);
    return desk;
  }

  /**
   * What this user does with reviews that are there, in a role; on the hub of this computer its
   * operator answers and moderates. For the caller to close.
   *
   * @throws Fault.Usage where this user has no such account there
   */
  public ReviewDesk reviews(Tokens.Role role) {
    ReviewDesk desk =
        new ReviewDesk(
            address,
            switch (role) {
              case WORKER -> account(market, role, accounts -> accounts.registerWorker("")).token();
              case REQUESTER -> requesterToken();
              case MODERATOR, OPERATOR -> moderatorToken();
            });
    desk.tell(notices);
    return desk;
  }

  private String moderatorToken() {
    return embedded
        ? operatorToken(hubFolder(folders))
        : new Tokens(folders)
            .find(market, Tokens.Role.OPERATOR)
            .orElseGet(() -> kept(Tokens.Role.MODERATOR))
            .token();
  }

  /** The money of this user's worker. For the caller to close. */
  public MoneyDesk workerMoney() {
    return money(
        account(market, Tokens.Role.WORKER, accounts -> accounts.registerWorker("")).token());
  }

  /**
   * The money of this user's requester. For the caller to close.
   *
   * @throws Fault.Usage where this user is no requester there yet
   */
  public MoneyDesk requesterMoney() {
    return money(kept(Tokens.Role.REQUESTER).token());
  }

  /**
   * Money of a requester to give away: on the hub of this computer its operator may act for all.
   * For the caller to close.
   *
   * @throws Fault.Usage where this user is no requester there yet
   */
  public MoneyDesk payerMoney() {
    return embedded ? operatorMoney() : requesterMoney();
  }

  /**
   * All the money of a hub, for its operator. For the caller to close.
   *
   * @throws Fault.Usage where this user is not known as its operator
   */
  public MoneyDesk operatorMoney() {
    return money(embedded ? operatorToken(hubFolder(folders)) : kept(Tokens.Role.OPERATOR).token());
  }

  private MoneyDesk money(String token) {
    MoneyDesk desk = new MoneyDesk(address, token);
    desk.tell(notices);
    return desk;
  }

  /**
   * What is kept on this computer of one's account in a role.
   *
   * @throws Fault.Usage where nothing is
   */
  public Tokens.Account kept(Tokens.Role role) {
    return new Tokens(folders)
        .find(market, role)
        .orElseThrow(
            () ->
                new Fault.Usage(
                    Sentence.of(
                        "account.nobody",
                        address,
                        Sentence.of("account.role-" + role.name().toLowerCase(Locale.ROOT)))));
  }

  /** Keeps an account on this computer, in the place of the one that was kept. */
  public void keep(Tokens.Role role, Tokens.Account account) {
    new Tokens(folders).keep(market, role, account);
  }

  /** Has the ratings on the offers of {@link #worker} come from there. */
  public void rateBy(Supplier<Ratings> source) {
    ratings = source;
  }

  /** Has somebody told while a call waits because the hub gets too many. */
  public void tell(Consumer<Sentence> listener) {
    notices = listener;
  }

  /** The account that is kept under a name, made and kept where there is none. */
  private Tokens.Account account(
      String known, Tokens.Role role, Function<HubAccounts, HubAccounts.Account> register) {
    Tokens tokens = new Tokens(folders);
    Optional<Tokens.Account> kept = tokens.find(known, role);
    if (kept.isPresent()) {
      return kept.get();
    }
    try (HubAccounts accounts = new HubAccounts(address)) {
      accounts.tell(notices);
      HubAccounts.Account made = register.apply(accounts);
      Tokens.Account account = new Tokens.Account(made.id(), made.token());
      tokens.keep(known, role, account);
      return account;
    }
  }

  /**
   * The words that the demonstration knows to be right for an assignment; empty where nobody knows,
   * or where the hub was not started here.
   */
  public Optional<String> knownWords(String assignmentId) {
    return Optional.ofNullable(own)
        .flatMap(hub -> hub.known(assignmentId))
        .flatMap(
            known ->
                known instanceof Answer.Text(String words, _)
                    ? Optional.of(words)
                    : Optional.empty());
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }

  /**
   * Whether something listens there. The note named a process that lives, so that this is its hub;
   * asking it for more would cost every short command a call of its own.
   */
  private static boolean listens(String address) {
    try (Socket socket = new Socket()) {
      URI uri = URI.create(address);
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 1_000);
      return true;
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }

  /**
   * One name for each hub that ever stood in the folder, so that old tokens do not meet new hubs.
   */
  private static String marketIn(Path hub) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(operatorFile(hub)));
      return "here-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("cli.hub-folder", hub.toString()), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String operatorToken(Path hub) {
    try {
      return Files.readString(operatorFile(hub)).strip();
    } catch (IOException e) {
      throw new Fault.Storage(Sentence.of("cli.hub-folder", hub.toString()), e);
    }
  }

  private static Path operatorFile(Path hub) {
    return hub.resolve("operator.token");
  }
}
