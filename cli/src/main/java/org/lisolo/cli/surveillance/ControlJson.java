package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of {@code --control}: an object; a key whose value is null counts as absent. */
final class ControlJson {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build();

    private ControlJson() {}

    static Map<String, Object> parse(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notJson("must be a JSON object, like {\"b\":5,\"w\":3}");
            }
            Map<String, Object> control = object(parser);
            if (parser.nextToken() != null) {
                throw notJson("has something after its end");
            }
            return control;
        } catch (JacksonException e) {
            throw notJson("is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Problem notJson(String sentence) {
        return new Problem("control", sentence, "--control");
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            value(parser).ifPresent(value -> fields.put(key, value));
        }
        return fields;
    }

    private static Optional<Object> value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> Optional.of(list(parser));
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case VALUE_NULL -> Optional.empty();
            case null, default -> throw notJson("is not complete");
        };
    }

    private static List<Object> list(JsonParser parser) {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser).orElseThrow(() -> notJson("has null in a list")));
        }
        return items;
    }
}
