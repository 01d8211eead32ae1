package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An object of ActivityStreams 2.0 as JSON. The vocabulary lets nearly every property be a string,
 * an object or an array of both; these questions take any of them and never fail.
 */
record ActivityObject(JsonNode json) {
    private static final String NAMESPACE = "https://www.w3.org/ns/activitystreams#";

    /** The first type, without the prefix of its vocabulary; empty if it has none. */
    String type() {
        for (JsonNode type : values("type", "@type")) {
            if (type.isString() && !type.stringValue().isBlank()) {
                String name = type.stringValue();
                return name.startsWith(NAMESPACE)
                        ? name.substring(NAMESPACE.length())
                        : name.replaceFirst("^as:", "");
            }
        }
        return "";
    }

    /** Its id, else its address: some servers give objects only that. */
    @Nullable String id() {
        String id = first("id", "@id");
        return id == null ? reference("url") : id;
    }

    /** A property that is a string and says something. */
    @Nullable String string(String property) {
        JsonNode value = json.path(property);
        if (value.isObject()) {
            value = value.path("@value");
        }
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    boolean isTrue(String property) {
        return json.path(property).isBoolean() && json.path(property).booleanValue();
    }

    boolean has(String property) {
        return !json.path(property).isMissingNode() && !json.path(property).isNull();
    }

    /** What the property points at: the string itself, or the id or address of the object. */
    @Nullable String reference(String property) {
        List<String> references = references(property);
        return references.isEmpty() ? null : references.getFirst();
    }

    List<String> references(String property) {
        List<String> references = new ArrayList<>();
        for (JsonNode value : values(property)) {
            String reference =
                    value.isString()
                            ? value.stringValue()
                            : value.isObject()
                                    ? new ActivityObject(value).first("id", "@id", "href", "url")
                                    : null;
            if (reference != null && !reference.isBlank()) {
                references.add(reference);
            }
        }
        return references;
    }

    /** The objects that the property holds, without what it only points at. */
    List<ActivityObject> objects(String property) {
        return values(property).stream()
                .filter(JsonNode::isObject)
                .map(ActivityObject::new)
                .toList();
    }

    /** The texts of a language map such as {@code contentMap}. */
    List<Map.Entry<String, String>> texts(String property) {
        return json.path(property).properties().stream()
                .filter(entry -> entry.getValue().isString())
                .filter(entry -> !entry.getValue().stringValue().isBlank())
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().stringValue()))
                .toList();
    }

    private @Nullable String first(String... properties) {
        for (String property : properties) {
            String value = string(property);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    List<JsonNode> values(String... properties) {
        List<JsonNode> values = new ArrayList<>();
        for (String property : properties) {
            JsonNode value = json.path(property);
            if (value.isArray()) {
                value.forEach(values::add);
            } else if (!value.isMissingNode() && !value.isNull()) {
                values.add(value);
            }
        }
        return values;
    }
}
