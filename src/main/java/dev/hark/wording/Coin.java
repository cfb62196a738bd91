package dev.hark.wording;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * What a language calls a currency and its hundredth (or thousandth) part.
 *
 * @param part empty where people do not speak of parts
 */
record Coin(String one, String many, String part, String parts) {
  private static Coin of(String one, String many, String part, String parts) {
    return new Coin(one, many, part, parts);
  }

  /** Dutch counts money without a plural. */
  private static Coin same(String name, String part) {
    return new Coin(name, name, part, part);
  }

  private static final Map<String, Coin> ENGLISH =
      Map.ofEntries(
          Map.entry("EUR", of("euro", "euros", "cent", "cents")),
          Map.entry("USD", of("dollar", "dollars", "cent", "cents")),
          Map.entry("GBP", of("pound", "pounds", "penny", "pence")),
          Map.entry("CAD", of("Canadian dollar", "Canadian dollars", "cent", "cents")),
          Map.entry("AUD", of("Australian dollar", "Australian dollars", "cent", "cents")),
          Map.entry("NZD", of("New Zealand dollar", "New Zealand dollars", "cent", "cents")),
          Map.entry("CHF", of("Swiss franc", "Swiss francs", "centime", "centimes")),
          Map.entry("INR", of("rupee", "rupees", "paisa", "paise")),
          Map.entry("PKR", of("Pakistani rupee", "Pakistani rupees", "paisa", "paise")),
          Map.entry("BRL", of("real", "reais", "centavo", "centavos")),
          Map.entry("MXN", of("Mexican peso", "Mexican pesos", "centavo", "centavos")),
          Map.entry("PHP", of("Philippine peso", "Philippine pesos", "centavo", "centavos")),
          Map.entry("ZAR", of("rand", "rand", "cent", "cents")),
          Map.entry("KES", of("Kenyan shilling", "Kenyan shillings", "cent", "cents")),
          Map.entry("NGN", of("naira", "naira", "kobo", "kobo")),
          Map.entry("SEK", of("Swedish krona", "Swedish kronor", "öre", "öre")),
          Map.entry("NOK", of("Norwegian krone", "Norwegian kroner", "øre", "øre")),
          Map.entry("DKK", of("Danish krone", "Danish kroner", "øre", "øre")),
          Map.entry("PLN", of("zloty", "zlotys", "grosz", "groszy")),
          Map.entry("CZK", of("Czech koruna", "Czech korunas", "haler", "halers")),
          Map.entry("JPY", of("yen", "yen", "", "")),
          Map.entry("KRW", of("won", "won", "", "")),
          Map.entry("CNY", of("yuan", "yuan", "fen", "fen")),
          Map.entry("KWD", of("Kuwaiti dinar", "Kuwaiti dinars", "fils", "fils")),
          Map.entry("TND", of("Tunisian dinar", "Tunisian dinars", "millime", "millimes")));

  private static final Map<String, Coin> DUTCH =
      Map.ofEntries(
          Map.entry("EUR", same("euro", "cent")),
          Map.entry("USD", same("dollar", "cent")),
          Map.entry("GBP", same("pond", "penny")),
          Map.entry("CAD", same("Canadese dollar", "cent")),
          Map.entry("AUD", same("Australische dollar", "cent")),
          Map.entry("NZD", same("Nieuw-Zeelandse dollar", "cent")),
          Map.entry("CHF", same("Zwitserse frank", "centime")),
          Map.entry("INR", same("roepie", "paisa")),
          Map.entry("PKR", same("Pakistaanse roepie", "paisa")),
          Map.entry("BRL", same("real", "centavo")),
          Map.entry("MXN", same("Mexicaanse peso", "centavo")),
          Map.entry("PHP", same("Filipijnse peso", "centavo")),
          Map.entry("ZAR", same("rand", "cent")),
          Map.entry("KES", same("Keniaanse shilling", "cent")),
          Map.entry("NGN", same("naira", "kobo")),
          Map.entry("SEK", same("Zweedse kroon", "öre")),
          Map.entry("NOK", same("Noorse kroon", "øre")),
          Map.entry("DKK", same("Deense kroon", "øre")),
          Map.entry("PLN", same("zloty", "grosz")),
          Map.entry("CZK", same("Tsjechische kroon", "haler")),
          Map.entry("JPY", same("yen", "")),
          Map.entry("KRW", same("won", "")),
          Map.entry("CNY", same("yuan", "fen")),
          Map.entry("KWD", same("Koeweitse dinar", "fils")),
          Map.entry("TND", same("Tunesische dinar", "millime")));

  /** A currency that is not listed goes by the name that Java knows, without parts. */
  static Coin of(Currency currency, Locale language) {
    Map<String, Coin> known = language.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    Coin coin = known.get(currency.getCurrencyCode());
    String name = currency.getDisplayName(language);
    return coin != null ? coin : new Coin(name, name, "", "");
  }
}
