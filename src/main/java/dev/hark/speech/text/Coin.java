package dev.hark.speech.text;

/**
 * What a language calls a currency.
 *
 * @param code ISO 4217
 * @param part its hundredth or thousandth; empty where people do not speak of one
 */
record Coin(String code, String one, String many, String part, String parts) {
  /** How many digits a part has. */
  int digits() {
    return code.equals("KWD") || code.equals("TND") ? 3 : 2;
  }
}
