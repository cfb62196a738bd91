package dev.hark.cli.bench.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A worker who lists, accepts and answers over HTTP, one after the other. */
final class HttpCycle implements Cycle {
  private static final String PAGE = "/task-groups?limit=20";

  private final Line line;
  private final SplittableRandom random;
  private final String name;
  private int count;

  HttpCycle(URI hub, String token, int number) throws IOException {
    this.line = new Line(hub, token);
    this.random = new SplittableRandom(number);
    this.name = "w" + number + "-";
  }

  @Override
  public void run() throws IOException {
    while (true) {
      List<String> groups = list();
      if (groups.isEmpty()) {
        throw new IOException("the market is empty");
      }
      String key = name + count++;
      String id = accept(groups.get(random.nextInt(groups.size())), key);
      if (!id.isEmpty()) {
        submit(id, key);
        return;
      }
      // Somebody else was quicker: look again, as a worker would.
    }
  }

  /** The groups of the first page. */
  List<String> list() throws IOException {
    return groups(expect(line.get(PAGE), 200));
  }

  /**
   * @return the assignment, empty where nothing was left
   */
  String accept(String group, String key) throws IOException {
    Line.Answer accepted = line.post("/task-groups/" + group + "/assignments", key, "");
    return accepted.status() == 409 ? "" : text(expect(accepted, 201), "{\"id\":\"", 0);
  }

  void submit(String assignment, String key) throws IOException {
    expect(
        line.post("/assignments/" + assignment + "/answer", key, "{\"text\":\"some words\"}"), 200);
  }

  void giveBack(String assignment) throws IOException {
    expect(line.post("/assignments/" + assignment + "/return", "back", ""), 200);
  }

  private static String expect(Line.Answer answer, int status) throws IOException {
    if (answer.status() != status) {
      throw new IOException("the hub said " + answer.status() + ": " + answer.body());
    }
    return answer.body();
  }

  /** The ids of the groups on a page: those of requesters stand after a colon. */
  private static List<String> groups(String page) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int at = page.indexOf("{\"id\":\""); at >= 0; at = page.indexOf("{\"id\":\"", at + 1)) {
      if (page.charAt(at - 1) != ':') {
        ids.add(text(page, "{\"id\":\"", at));
      }
    }
    return ids;
  }

  private static String text(String json, String before, int from) throws IOException {
    int at = json.indexOf(before, from);
    if (at < 0) {
      throw new IOException("no " + before + " in " + json);
    }
    int start = at + before.length();
    return json.substring(start, json.indexOf('"', start));
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
