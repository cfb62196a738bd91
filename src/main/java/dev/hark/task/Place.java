package dev.hark.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where somebody lives, as they declared it.
 *
 * @param country ISO 3166-1, two capitals
 * @param region ISO 3166-2 with its country, such as {@code NL-NH}; empty where it was not told
 */
public record Place(String country, Optional<String> region) {
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final Set<String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

  /**
   * @throws IllegalArgumentException where there is no such country, or the region is not in it
   */
  public Place {
    if (!COUNTRIES.contains(country)
        || region.filter(some -> !isRegion(some) || !some.startsWith(country + "-")).isPresent()) {
      throw new IllegalArgumentException("no place: " + country);
    }
  }

  /** Whether a text is a country or a region. */
  public static boolean isCode(String code) {
    return COUNTRIES.contains(code) || isRegion(code);
  }

  private static boolean isRegion(String code) {
    return REGION.matcher(code).matches() && COUNTRIES.contains(code.substring(0, 2));
  }

  /** Whether this place is, or lies in, the named country or region. */
  public boolean isIn(String code) {
    return country.equals(code) || region.filter(code::equals).isPresent();
  }

  /** The region where it is known, else the country. */
  public String code() {
    return region.orElse(country);
  }
}
