package dev.hark.cli.bench.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a worker's three requests do in the database.
 *
 * @param list the first page
 * @param accept takes a task
 * @param submit hands an answer in
 */
record Scripts(Script list, Script accept, Script submit) {
  private static final int TIMES = 9;

  /** Does each request several times with a tape running, and keeps what most of them did. */
  static Scripts record(URI hub, Tape tape, Person worker) throws IOException {
    List<Script> lists = new ArrayList<>();
    List<Script> accepts = new ArrayList<>();
    List<Script> submits = new ArrayList<>();
    try (HttpCycle cycle = new HttpCycle(hub, worker.token(), 0)) {
      cycle.run();
      tape.start();
      for (int i = 0; i < TIMES; i++) {
        Map<String, String> names = new HashMap<>();
        names.put("worker", worker.id());
        names.put("token", worker.hash());
        long now = System.currentTimeMillis();
        tape.take();
        List<String> groups = cycle.list();
        lists.add(Script.of(tape.take(), names, now));

        names.put("group", groups.getFirst());
        names.put("key", "tape-" + i);
        String assignment = cycle.accept(groups.getFirst(), "tape-" + i);
        accepts.add(Script.of(tape.take(), names, now));

        names.put("assignment", assignment);
        cycle.submit(assignment, "tape-" + i);
        submits.add(Script.of(tape.take(), names, now));
      }
      tape.stop();
    }
    return new Scripts(usual(lists), usual(accepts), usual(submits));
  }

  /** What happens beside the requests, on a clock of its own, is in few of them. */
  private static Script usual(List<Script> scripts) {
    Map<String, List<Script>> shapes =
        scripts.stream().collect(Collectors.groupingBy(Scripts::shape));
    return shapes.values().stream()
        .max(Comparator.comparingInt(List::size))
        .orElseThrow()
        .getFirst();
  }

  private static String shape(Script script) {
    return script.transactions().stream()
        .map(
            one ->
                one.statements().stream()
                    .map(Script.Statement::sql)
                    .collect(Collectors.joining(";")))
        .collect(Collectors.joining("|"));
  }
}
