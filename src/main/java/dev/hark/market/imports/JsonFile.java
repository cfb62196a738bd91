package dev.hark.market.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reviews as JSON, in any of the shapes that sites gave them: a list of single ones, Turkopticon's
 * object by id, the {@code data} of Turkopticon 2, the {@code requesters} of TurkerView. Read item
 * by item; one item is bounded in depth and size.
 */
final class JsonFile {
  private static final int MOST_VALUES = 2_000;
  private static final int MOST_TEXT = 200_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(MOST_TEXT)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final Reader in;
  private final String file;
  private final Instant now;

  JsonFile(Reader in, String file, Instant now) {
    this.in = in;
    this.file = file;
    this.now = now;
  }

  void read(ReviewFile.Reading reading) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      try {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
          list(parser, reading, "");
        } else if (first == JsonToken.START_OBJECT) {
          members(parser, reading);
        } else {
          throw new Fault.BadFile(Sentence.of("imported.json-shape", file), null);
        }
        if (parser.nextToken() != null) {
          throw new Fault.BadFile(Sentence.of("imported.json-more", file, line(parser)), null);
        }
      } catch (JsonProcessingException e) {
        long line = e.getLocation() == null ? line(parser) : e.getLocation().getLineNr();
        long column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
        throw new Fault.BadFile(Sentence.of("imported.json", file, line, column), e);
      }
    }
  }

  private static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private void members(JsonParser parser, ReviewFile.Reading reading) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      boolean whose = Cells.isRequester(name);
      if (value == JsonToken.START_ARRAY
          && (whose || name.equals("data") || name.equals("reviews"))) {
        list(parser, reading, whose ? name : "");
      } else if (value == JsonToken.START_OBJECT && name.equals("requesters")) {
        members(parser, reading);
      } else if (value == JsonToken.START_OBJECT && whose) {
        item(parser, reading, name);
      } else {
        // An empty text by an id is Turkopticon's word for: no reviews.
        if (!whose && !name.equals("status")) {
          reading.ignored(name);
        }
        parser.skipChildren();
      }
    }
  }

  private void list(JsonParser parser, ReviewFile.Reading reading, String requester)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        item(parser, reading, requester);
      } else {
        reading.row(new Row.Broken(line(parser), "", Sentence.of("imported.no-object")));
        parser.skipChildren();
      }
    }
  }

  private void item(JsonParser parser, ReviewFile.Reading reading, String requester)
      throws IOException {
    long line = line(parser);
    int[] left = {MOST_VALUES};
    JsonNode node = tree(parser, left);
    if (node == null) {
      reading.row(new Row.Broken(line, "", Sentence.of("imported.item-large", MOST_VALUES)));
    } else if (SiteFigures.fits(node)) {
      reading.shaped(SiteFigures.site(node));
      reading.row(SiteFigures.row(line, node, requester));
    } else {
      reading.shaped(ReviewFile.TURKOPTICON);
      reading.row(single(line, node, requester, reading));
    }
  }

  private Row single(long line, JsonNode node, String requester, ReviewFile.Reading reading) {
    Cells cells = new Cells(now);
    try {
      if (!requester.isEmpty()) {
        cells.put(Column.REQUESTER, requester, requester);
      }
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        Optional<Column> column = Column.named(member.getKey());
        if (column.isEmpty()) {
          reading.ignored(member.getKey());
        } else if (member.getValue().isContainerNode()) {
          throw new BrokenValue(member.getKey(), Sentence.of("imported.no-value"));
        } else if (!cells.has(column.get())) {
          cells.put(
              column.get(),
              member.getKey(),
              member.getValue().isNull() ? "" : member.getValue().asText());
        }
      }
    } catch (BrokenValue e) {
      return e.at(line);
    }
    return CellReader.row(line, cells);
  }

  /** The value that begins here; null where it holds too much, after it was read past. */
  private static @Nullable JsonNode tree(JsonParser parser, int[] left) throws IOException {
    if (left[0]-- <= 0) {
      parser.skipChildren();
      return null;
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        boolean whole = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          JsonNode value = tree(parser, left);
          whole = whole && value != null;
          if (whole && value != null) {
            object.set(name, value);
          }
        }
        yield whole ? object : null;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        boolean whole = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode value = tree(parser, left);
          whole = whole && value != null;
          if (whole && value != null) {
            array.add(value);
          }
        }
        yield whole ? array : null;
      }
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      // Numbers stay as they are written, so that none is rounded.
      default -> NODES.textNode(parser.getText());
    };
  }
}
