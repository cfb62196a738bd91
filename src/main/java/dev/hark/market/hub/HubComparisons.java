package dev.hark.market.hub;

import dev.hark.fault.Sentence;
import dev.hark.market.Transfer;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.RepeatedJson;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A worker's answers to pieces of recordings beside what all answers say together. Throws what
 * {@link dev.hark.market.Marketplace} throws.
 */
public final class HubComparisons implements AutoCloseable {
  private final HubCalls calls;
  private final Decoder decoder;
  private final MediaShelf shelf;

  /**
   * Opens no connection yet.
   *
   * @param address such as {@code http://127.0.0.1:8080}
   * @param token the worker's
   * @param shelf keeps the sounds
   */
  public HubComparisons(String address, String token, MediaShelf shelf) {
    this.shelf = shelf;
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub asks for it. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  /** The newest of them, at most a thousand. */
  public List<ComparedJson> all() {
    return ComparedReader.all(calls, decoder, "compared");
  }

  public ComparedJson one(String assignmentId) {
    return decoder.one(
        calls.get(calls.address("compared", assignmentId).build()),
        ComparedJson.class,
        ComparedReader::compared);
  }

  /** How far one agrees with oneself, by pieces that came twice. */
  public RepeatedJson repeated() {
    return decoder.one(
        calls.get(calls.address("repeated").build()),
        RepeatedJson.class,
        json -> {
          if (json.agreement() != null) {
            ComparedReader.share(json.agreement(), "agreement");
          }
          return json;
        });
  }

  /** Says, once, why a text is wrong; the same words again do nothing. */
  public ComparedJson dispute(String assignmentId, String words) {
    return decoder.one(
        calls.post(
            calls.address("compared", assignmentId, "dispute").build(),
            new ObjectionJson(words),
            null,
            true),
        ComparedJson.class,
        ComparedReader::compared);
  }

  /** The sound of a piece. */
  public Path media(String mediumId) {
    return new MediaFetch(calls, shelf, mediumId, new Transfer()).file();
  }

  @Override
  public void close() {
    calls.close();
    shelf.close();
  }
}
