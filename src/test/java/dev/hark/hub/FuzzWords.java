package dev.hark.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What hostile or broken clients send: bodies made from good ones, and texts that do harm. */
final class FuzzWords {
  /** Texts that other programs have fallen for. */
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u001b[2J",
          "\r\nX-Evil: 1",
          "\u202eabc\u2066",
          "'; drop table event; --",
          "\" or 1=1 --",
          "%' and sleep(9) --",
          "../../../etc/passwd",
          "..%2f..%2fhub.db",
          "/etc/passwd",
          "C:\\hub.db",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          ":name :id ?1 ? <ids>",
          "\\",
          "null",
          "NaN",
          "-1",
          "1e309",
          "9223372036854775808",
          "𝕳𝖆𝖗𝖐 👩🏽‍🦯",
          "ﷺ".repeat(60),
          "é".repeat(101),
          "x".repeat(1_001),
          "x".repeat(10_001));

  /** Stand in a body for what no writer of JSON would write. */
  private static final Map<String, String> RAW =
      Map.of(
          "raw-nan", "NaN",
          "raw-infinite", "-Infinity",
          "raw-huge", "1e99999",
          "raw-long", "9".repeat(400),
          "raw-surrogate", "\"\\ud800\"",
          "raw-escape", "\"\\x41\"",
          "raw-control", "\"a\tb\"",
          "raw-octal", "0777",
          "raw-comment", "/* */ 1",
          "raw-nothing", "");

  private final Random random;

  FuzzWords(Random random) {
    this.random = random;
  }

  String nasty() {
    return pick(NASTY);
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A body that was good, with a few things wrong. */
  byte[] body(JsonNode good) {
    JsonNode made = good.deepCopy();
    for (int i = random.nextInt(4); i > 0; i--) {
      made = spoilt(made);
    }
    String text;
    try {
      text = Json.MAPPER.writeValueAsString(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Map.Entry<String, String> raw : RAW.entrySet()) {
      text = text.replace("\"" + raw.getKey() + "\"", raw.getValue());
    }
    return switch (random.nextInt(14)) {
      case 0 ->
          text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
      case 1 ->
          text.replaceFirst("\\{", "{\"kind\":1,\"kind\":[],").getBytes(StandardCharsets.UTF_8);
      case 2 -> broken(text.getBytes(StandardCharsets.UTF_8));
      case 3 -> text.getBytes(StandardCharsets.UTF_16);
      case 4 -> (text + text).getBytes(StandardCharsets.UTF_8);
      case 5 -> nested().getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  /** Bytes that are no UTF-8, somewhere. */
  private byte[] broken(byte[] bytes) {
    byte[] copy = Arrays.copyOf(bytes, bytes.length + 1);
    copy[random.nextInt(copy.length)] = (byte) (0x80 + random.nextInt(0x80));
    return copy;
  }

  private String nested() {
    int depth = pick(List.of(50, 1_500, 60_000));
    return "{\"parts\":" + "[{\"parts\":".repeat(depth) + "1";
  }

  private JsonNode spoilt(JsonNode node) {
    if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(5) > 0) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = pick(names);
      switch (random.nextInt(6)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(nasty(), value());
        case 2 -> object.set(name, value());
        default -> object.set(name, spoilt(object.get(name)));
      }
      return object;
    }
    if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(4) > 0) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.add(value());
        case 2 -> {
          for (int i = 0; i < 200; i++) {
            array.add(array.get(at).deepCopy());
          }
        }
        default -> array.set(at, spoilt(array.get(at)));
      }
      return array;
    }
    return value();
  }

  private JsonNode value() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(10)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2 ->
          json.numberNode(pick(List.of(0L, -1L, 1L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31)));
      case 3 -> json.numberNode(BigInteger.TEN.pow(30));
      case 4 -> json.numberNode(pick(List.of(0.5, -0.0, 1e308, 1e-320)));
      case 5 -> json.arrayNode();
      case 6 -> json.objectNode();
      case 7 -> json.textNode(pick(List.copyOf(RAW.keySet())));
      default -> json.textNode(nasty());
    };
  }
}
