package org.lisolo.server.channels.lisolo;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Languages;
import org.lisolo.server.channels.format.Unreadable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A JSON object of which every member is known by name, type and length. */
record Members(JsonNode json) {
    static Members of(JsonNode json, Set<String> known) {
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new Unreadable("lisolo.unknown-member", name);
            }
        }
        return new Members(json);
    }

    String text(String name, int longest) {
        String text = textOrNull(name, longest);
        if (text == null || text.isBlank()) {
            throw new Unreadable("lisolo.missing", name);
        }
        return text;
    }

    /** Null if it isn't there or is null. */
    @Nullable String textOrNull(String name, int longest) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Unreadable("lisolo.wrong-type", name);
        }
        String text = value.stringValue();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Unreadable("lisolo.too-long", name, String.valueOf(longest));
        }
        return text;
    }

    @Nullable String languageOrNull(String name) {
        String told = textOrNull(name, 35);
        String tag = Languages.orNull(told);
        if (told != null && tag == null && !told.equals("und")) {
            throw new Unreadable("lisolo.unknown-value", name);
        }
        return tag;
    }

    Members object(String name, Set<String> known) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new Unreadable("lisolo.missing", name);
        }
        if (!value.isObject()) {
            throw new Unreadable("lisolo.wrong-type", name);
        }
        return of(value, known);
    }

    List<Members> objects(String name, Set<String> known, int most) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new Unreadable("lisolo.wrong-type", name);
        }
        if (value.size() > most) {
            throw new Unreadable("lisolo.too-many", name, String.valueOf(most));
        }
        List<Members> objects = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw new Unreadable("lisolo.wrong-type", name);
            }
            objects.add(of(element, known));
        }
        return objects;
    }
}
