package dev.hark.cli.command;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.wire.SettlementJson.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What became of payouts, as a CSV file with the head {@code id,result,words}. */
final class ResultsFile {
  private static final String HEAD = "id,result,words";

  private ResultsFile() {}

  /**
   * @throws Fault.BadFile which names the first line that makes no sense
   */
  static List<Item> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("ledger.unreadable", file.toString()), e);
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || (i == 0 && line.replace("\uFEFF", "").equals(HEAD))) {
        continue;
      }
      List<String> cells = cells(line);
      if (cells.size() < 2 || !List.of("paid", "returned").contains(cells.get(1))) {
        throw new Fault.BadFile(Sentence.of("ledger.bad-line", file.toString(), i + 1), null);
      }
      items.add(new Item(cells.get(0), cells.get(1), cells.size() > 2 ? cells.get(2) : null));
    }
    return items;
  }

  /** The cells of a line; a quoted one may have commas and doubled quotes in it. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
