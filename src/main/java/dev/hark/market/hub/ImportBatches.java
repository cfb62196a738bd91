package dev.hark.market.hub;

import dev.hark.market.imports.Row;
import dev.hark.wire.ImportResultJson;
import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.ImportedReviewJson;
import dev.hark.wire.NewImportJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Sends rows in batches that a hub takes; each has a key, so that it may be sent again. */
final class ImportBatches implements ReviewDesk.Importing {
  private static final int MOST = 200;

  /** Below what a hub takes as one body, however the characters are written. */
  private static final int MOST_CHARACTERS = 150_000;

  private final String run = UUID.randomUUID().toString();
  private final String source;
  private final boolean dryRun;
  private final BiFunction<NewImportJson, String, ImportResultJson> sender;
  private final Consumer<ImportResultJson> listener;
  private final List<ImportedReviewJson> reviews = new ArrayList<>();
  private final List<ImportedAggregateJson> aggregates = new ArrayList<>();
  private int characters;
  private int sent;

  ImportBatches(
      String source,
      boolean dryRun,
      BiFunction<NewImportJson, String, ImportResultJson> sender,
      Consumer<ImportResultJson> listener) {
    this.source = source;
    this.dryRun = dryRun;
    this.sender = sender;
    this.listener = listener;
  }

  @Override
  public void add(Row row) {
    switch (row) {
      case Row.Review(long line, ImportedReviewJson json) -> {
        int length = 600 + (json.words() == null ? 0 : json.words().length());
        if (characters + length > MOST_CHARACTERS) {
          finish();
        }
        reviews.add(json);
        characters += length;
      }
      case Row.Aggregate(long line, ImportedAggregateJson json) -> {
        aggregates.add(json);
        characters += 600;
      }
      case Row.Broken broken -> {
        return;
      }
    }
    if (reviews.size() + aggregates.size() == MOST || characters > MOST_CHARACTERS) {
      finish();
    }
  }

  @Override
  public void finish() {
    if (reviews.isEmpty() && aggregates.isEmpty()) {
      return;
    }
    NewImportJson batch =
        new NewImportJson(source, dryRun, List.copyOf(reviews), List.copyOf(aggregates));
    reviews.clear();
    aggregates.clear();
    characters = 0;
    listener.accept(sender.apply(batch, run + "-" + sent++));
  }
}
