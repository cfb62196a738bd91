package dev.hark.cli.session;

/** A text that is typed, with a place to type at. Works in code points, so no letter is torn. */
final class TypedLine {
  private final StringBuilder text = new StringBuilder();
  private int at;

  TypedLine(String before) {
    text.append(before);
    at = text.length();
  }

  String text() {
    return text.toString();
  }

  int at() {
    return at;
  }

  void insert(String more) {
    text.insert(at, more);
    at += more.length();
  }

  /** Takes out the character before, where there is one. */
  void backspace() {
    if (at == 0) {
      return;
    }
    int from = text.offsetByCodePoints(at, -1);
    text.delete(from, at);
    at = from;
  }

  /** Takes out the character behind, where there is one. */
  void delete() {
    text.delete(at, at + characterAfter().length());
  }

  void left() {
    at -= characterBefore().length();
  }

  void right() {
    at += characterAfter().length();
  }

  String textBefore() {
    return text.substring(0, at);
  }

  /** Empty at the start. */
  String characterBefore() {
    return at == 0 ? "" : text.substring(text.offsetByCodePoints(at, -1), at);
  }

  /** Empty at the end. */
  String characterAfter() {
    return at == text.length() ? "" : text.substring(at, text.offsetByCodePoints(at, 1));
  }

  void home() {
    at = 0;
  }

  void end() {
    at = text.length();
  }

  /** Takes out all before. */
  void killBefore() {
    text.delete(0, at);
    at = 0;
  }

  /** Takes out the word before. */
  void killWord() {
    int from = at;
    while (from > 0 && text.charAt(from - 1) == ' ') {
      from--;
    }
    while (from > 0 && text.charAt(from - 1) != ' ') {
      from--;
    }
    text.delete(from, at);
    at = from;
  }

  /** To the start of the word before. */
  void wordLeft() {
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    while (at > 0 && text.charAt(at - 1) != ' ') {
      at--;
    }
  }

  /** To the start of the word behind, or to the end. */
  void wordRight() {
    while (at < text.length() && text.charAt(at) != ' ') {
      at++;
    }
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /** The word that begins at the place to type at; empty at the end. */
  String wordAfter() {
    int space = text.indexOf(" ", at);
    return text.substring(at, space < 0 ? text.length() : space);
  }

  /** The word that ends before the place to type at; empty where none does. */
  String wordBefore() {
    String before = text.substring(0, at).stripTrailing();
    return before.substring(before.lastIndexOf(' ') + 1);
  }
}
