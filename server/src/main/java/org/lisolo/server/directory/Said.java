package org.lisolo.server.directory;

import java.util.List;

/** A sentence of the bundles with what goes into it; no key, no sentence. */
public record Said(String key, List<Object> arguments) {
    static final Said NOTHING = new Said("", List.of());

    public Said {
        arguments = List.copyOf(arguments);
    }

    static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }

    public boolean isThere() {
        return !key.isEmpty();
    }

    public Object[] all() {
        return arguments.toArray();
    }
}
