package dev.hark.speech.windows;

/**
 * @param name as Windows lists it
 * @param language ISO 639 code
 */
record WindowsVoice(String name, String language) {}
