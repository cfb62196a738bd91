package dev.hark.filter;

import dev.hark.fault.Fault;
import dev.hark.fault.Nearest;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A list that the user keeps: one rule a line, such as {@code requester: Quick Ads}, and lines that
 * start with {@code #}. What cannot be read is told and stays in the file, whatever is changed. A
 * change is there whole or not at all, also where several programs make one. Safe for use by
 * several threads.
 */
public final class ListFile {
  private static final long MOST_BYTES = 4 << 20;
  private static final int MOST_RULES = 20_000;
  private static final int MOST_TOLD = 5;
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path path;

  public ListFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /**
   * What is in a list.
   *
   * @param rules those that can be read, in order
   * @param faults a sentence for each line that cannot, with its number and what to do
   */
  public record Content(List<ListRule> rules, List<Sentence> faults) {
    public Content {
      rules = List.copyOf(rules);
      faults = List.copyOf(faults);
    }
  }

  /** All of it; empty where there is no file. */
  public Content read() {
    return parse(lines(path));
  }

  /**
   * Adds what is not there yet.
   *
   * @return what was added
   */
  public List<ListRule> add(List<ListRule> rules) {
    List<ListRule> added = new ArrayList<>();
    change(
        lines -> {
          List<ListRule> known = new ArrayList<>(parse(lines).rules());
          ListIndex index = new ListIndex(known);
          List<String> all = new ArrayList<>(lines);
          for (ListRule rule : rules) {
            if (index.add(rule)) {
              added.add(rule);
              all.add(rule.line());
            }
          }
          if (index.size() > MOST_RULES) {
            throw new Fault.BadFile(Sentence.of("lists.full", path.toString(), MOST_RULES), null);
          }
          return all;
        });
    return List.copyOf(added);
  }

  /**
   * Takes rules out; their notes do not count.
   *
   * @return what was taken out
   */
  public List<ListRule> remove(List<ListRule> rules) {
    List<ListRule> removed = new ArrayList<>();
    change(
        lines -> {
          List<String> all = new ArrayList<>();
          for (String line : lines) {
            Optional<ListRule> gone =
                parse(List.of(line)).rules().stream()
                    .filter(one -> rules.stream().anyMatch(rule -> isMeant(one, rule)))
                    .findFirst();
            gone.ifPresentOrElse(removed::add, () -> all.add(line));
          }
          return all;
        });
    return List.copyOf(removed);
  }

  private static boolean isMeant(ListRule one, ListRule rule) {
    return one.isLike(rule)
        || (one.kind() == rule.kind()
            && ListRule.small(one.note()).equals(ListRule.small(rule.value())));
  }

  /**
   * Adds the rules of another file: all of them, or none where a line is broken, which {@code
   * Fault.BadFile} then tells of.
   *
   * @return what was not there yet
   */
  public List<ListRule> take(Path from) {
    if (!Files.isRegularFile(from)) {
      throw new Fault.BadFile(Sentence.of("lists.unreadable", from.toString()), null);
    }
    Content content = new ListFile(from).read();
    if (!content.faults().isEmpty()) {
      Sentence told = content.faults().getFirst();
      for (Sentence more : content.faults().stream().limit(MOST_TOLD).skip(1).toList()) {
        told = Sentence.of("lists.also", told, more);
      }
      throw new Fault.BadFile(
          Sentence.of("lists.broken", content.faults().size(), told, from.toString()), null);
    }
    return add(content.rules());
  }

  /**
   * Writes all rules to a new file.
   *
   * @return how many
   */
  public int give(Path to) {
    List<String> lines = read().rules().stream().map(ListRule::line).toList();
    try {
      Files.write(to, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return lines.size();
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("lists.not-written", to.toString()), e);
    }
  }

  private Content parse(List<String> lines) {
    List<ListRule> rules = new ArrayList<>();
    List<Sentence> faults = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String word = colon < 0 ? line.split("\\s", 2)[0] : line.substring(0, colon);
      Optional<ListRule.Kind> kind = ListRule.Kind.of(word);
      if (colon < 0 || kind.isEmpty()) {
        faults.add(unknown(i + 1, word, colon));
        continue;
      }
      try {
        rules.add(ListRule.read(kind.get(), line.substring(colon + 1)));
      } catch (Fault.Usage none) {
        faults.add(Sentence.of("lists.line", path.toString(), i + 1, none.sentence()));
      }
    }
    return new Content(rules, faults);
  }

  private Sentence unknown(int line, String word, int colon) {
    String shown = word.length() > 40 ? word.substring(0, 40) : word;
    if (colon < 0 && ListRule.Kind.of(word).isPresent()) {
      return Sentence.of("lists.no-colon", path.toString(), line, shown);
    }
    return Nearest.to(shown, ListRule.Kind.words())
        .map(near -> Sentence.of("lists.unknown-near", path.toString(), line, shown, near))
        .orElseGet(() -> Sentence.of("lists.unknown", path.toString(), line, shown));
  }

  private static List<String> lines(Path file) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new Fault.BadFile(
            Sentence.of("lists.too-large", file.toString(), MOST_BYTES >> 20), null);
      }
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new Fault.BadFile(Sentence.of("lists.unreadable", file.toString()), e);
    }
  }

  private void change(UnaryOperator<List<String>> change) {
    synchronized (ONE_AT_A_TIME) {
      try {
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        Path beside = folder.resolve(path.getFileName() + ".lock");
        try (FileChannel channel =
                FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock _ = channel.lock()) {
          List<String> before = lines(path);
          List<String> after = change.apply(before);
          if (!after.equals(before)) {
            Path fresh = Files.createTempFile(folder, "list", ".new");
            Files.write(fresh, after);
            Files.move(
                fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
          }
        }
      } catch (IOException e) {
        throw new Fault.Storage(Sentence.of("lists.not-written", path.toString()), e);
      }
    }
  }
}
