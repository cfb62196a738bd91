package dev.hark.market.imports;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table of reviews, or of what a site added up; columns are found by the names in row one. */
final class CsvFile {
  private final CsvRows rows;
  private final String file;
  private final Instant now;
  private final List<String> names = new ArrayList<>();
  private final List<Optional<Column>> columns = new ArrayList<>();

  CsvFile(Reader in, String file, Instant now) {
    this.rows = new CsvRows(in, file);
    this.file = file;
    this.now = now;
  }

  void read(ReviewFile.Reading reading) throws IOException {
    header(reading);
    for (CsvRows.Cut cut = rows.next(); !cut.cells().isEmpty(); cut = rows.next()) {
      if (!cut.isBlank()) {
        reading.row(row(cut));
      }
    }
  }

  private void header(ReviewFile.Reading reading) throws IOException {
    Set<Column> seen = EnumSet.noneOf(Column.class);
    for (String name : rows.header().cells()) {
      String shown = name.length() > 60 ? name.substring(0, 60) : name.strip();
      Optional<Column> column = Column.named(name).filter(seen::add);
      names.add(shown);
      columns.add(column);
      if (column.isEmpty()) {
        reading.ignored(shown);
      }
    }
    if (!seen.contains(Column.REQUESTER) && !seen.contains(Column.ID)) {
      throw new Fault.BadFile(Sentence.of("imported.no-requester", file), null);
    }
    if (!seen.contains(Column.DATE) && !seen.contains(Column.REVIEWS)) {
      throw new Fault.BadFile(Sentence.of("imported.no-date-column", file), null);
    }
    reading.shaped(
        seen.contains(Column.WAGE) || seen.contains(Column.PAY_TEXT)
            ? ReviewFile.TURKERVIEW
            : ReviewFile.TURKOPTICON);
  }

  private Row row(CsvRows.Cut cut) {
    if (cut.cells().size() != names.size()) {
      return new Row.Broken(
          cut.line(), "", Sentence.of("imported.cells", cut.cells().size(), names.size()));
    }
    Cells cells = new Cells(now);
    try {
      for (int i = 0; i < names.size(); i++) {
        if (columns.get(i).isPresent()) {
          Column column = columns.get(i).get();
          if (cut.lengths().get(i) > Cells.MOST_WORDS) {
            return new Row.Broken(
                cut.line(),
                names.get(i),
                Sentence.of("imported.too-long", cut.lengths().get(i), Cells.MOST_WORDS));
          }
          cells.put(column, names.get(i), cut.cells().get(i));
        }
      }
    } catch (BrokenValue e) {
      return e.at(cut.line());
    }
    return CellReader.row(cut.line(), cells);
  }
}
