package dev.hark.speech.text;

/** What is said so far; puts blanks where words meet. */
final class Spoken {
  private final StringBuilder said = new StringBuilder();

  void word(String word) {
    if (word.isEmpty()) {
      return;
    }
    if (!said.isEmpty()) {
      char last = said.charAt(said.length() - 1);
      if (Character.isLetterOrDigit(last) || ".,;:!?'".indexOf(last) >= 0 || last > 0x7f) {
        said.append(' ');
      }
    }
    said.append(word);
  }

  void blank() {
    if (!said.isEmpty() && said.charAt(said.length() - 1) != ' ') {
      said.append(' ');
    }
  }

  /** A mark that follows a word, and makes a pause. */
  void closing(char mark) {
    while (!said.isEmpty() && said.charAt(said.length() - 1) == ' ') {
      said.setLength(said.length() - 1);
    }
    boolean after = !said.isEmpty() && ".,;:!?".indexOf(said.charAt(said.length() - 1)) >= 0;
    if (said.isEmpty() || (after && (mark == ',' || mark == said.charAt(said.length() - 1)))) {
      return;
    }
    said.append(mark);
  }

  /** A line that ends without a mark gets a full stop, so that a pause is heard. */
  void endLine() {
    String line = said.toString().stripTrailing();
    if (!line.isEmpty() && ".,;:!?".indexOf(line.charAt(line.length() - 1)) < 0) {
      closing('.');
    }
  }

  void raw(char mark) {
    said.append(mark);
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  @Override
  public String toString() {
    return said.toString().strip();
  }
}
