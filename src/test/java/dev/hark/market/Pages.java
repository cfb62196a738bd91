package dev.hark.market;

import static dev.hark.market.Offers.fair;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A market with three pages, whose last names an earlier one as the next. */
final class Pages {
  private static final Map<String, Marketplace.OfferPage> PAGES =
      Map.of(
          "", new Marketplace.OfferPage(List.of(fair("a"), fair("b")), Optional.of("2"), 2),
          "2", new Marketplace.OfferPage(List.of(fair("b")), Optional.of("3")),
          "3", new Marketplace.OfferPage(List.of(fair("c")), Optional.of("2")));

  Marketplace open() {
    return (Marketplace)
        Proxy.newProxyInstance(
            Pages.class.getClassLoader(),
            new Class<?>[] {Marketplace.class},
            (proxy, method, args) -> {
              if (method.getName().equals("offers") && args != null) {
                Object cursor = ((Optional<?>) args[0]).map(Object.class::cast).orElse("");
                return PAGES.get(String.valueOf(cursor));
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
