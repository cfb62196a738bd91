package dev.hark.market.hub;

import org.jspecify.annotations.Nullable;

/** A hub's record whose fields are missing or make no sense. Never leaves this package. */
final class Nonsense extends Exception {
  private static final long serialVersionUID = 1L;

  Nonsense(String what) {
    super(what);
  }

  /** The value, where it is there; JSON can leave out what a record promises. */
  static <T> T present(@Nullable T value, String name) throws Nonsense {
    if (value == null) {
      throw new Nonsense(name + " is missing");
    }
    return value;
  }

  static long within(long value, long least, long most, String name) throws Nonsense {
    if (value < least || value > most) {
      throw new Nonsense(name + " is " + value);
    }
    return value;
  }

  /** An id as hubs make them; it is used in addresses and spoken never. */
  static String id(@Nullable String value, String name) throws Nonsense {
    String id = present(value, name);
    if (id.isEmpty() || id.length() > 100) {
      throw new Nonsense(name + " has " + id.length() + " characters");
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c <= ' ' || c > '~' || c == '/' || c == '\\' || c == '?' || c == '#') {
        throw new Nonsense(name + " has a character that no id has");
      }
    }
    if (id.equals(".") || id.equals("..")) {
      throw new Nonsense(name + " is a path");
    }
    return id;
  }

  static <E extends Enum<E>> E oneOf(Class<E> type, @Nullable String name) throws Nonsense {
    try {
      return Enum.valueOf(type, present(name, type.getSimpleName()));
    } catch (IllegalArgumentException e) {
      throw new Nonsense(type.getSimpleName() + " is unknown");
    }
  }
}
