package dev.hark.speech.text;

/** What a language calls a unit of measure. */
record Unit(String one, String many) {}
