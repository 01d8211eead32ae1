package org.lisolo.cli.screening;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of JSON lines whole, as maps, lists and strings; numbers and flags as written. */
final class JsonObjects {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonObjects() {}

    /** The objects of a file; {@link IOException} names the line that is none. */
    static List<Map<String, Object>> read(Path file) throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                objects.add(object(lines.get(i), file, i + 1));
            }
        }
        return objects;
    }

    private static Map<String, Object> object(String line, Path file, int number)
            throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return object(parser);
            }
        } catch (JacksonException e) {
            // said below, without the words of the line
        }
        throw new IOException(file + ":" + number);
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            fields.put(name, value(parser, parser.nextToken()));
        }
        return fields;
    }

    private static Object value(JsonParser parser, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            for (JsonToken next = parser.nextToken();
                    next != JsonToken.END_ARRAY && next != null;
                    next = parser.nextToken()) {
                list.add(value(parser, next));
            }
            return list;
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    static String text(Map<String, Object> object, String name) {
        return object.getOrDefault(name, "") instanceof String text ? text : "";
    }

    static int number(Map<String, Object> object, String name) {
        try {
            return Integer.parseInt(text(object, name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        List<Map<String, Object>> all = new ArrayList<>();
        if (object.getOrDefault(name, "") instanceof List<?> list) {
            for (Object one : list) {
                Map<String, Object> fields = new LinkedHashMap<>();
                if (one instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
                }
                all.add(fields);
            }
        }
        return all;
    }
}
