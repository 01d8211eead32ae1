package org.lisolo.server.community.discussions;

import org.lisolo.server.message.Attachment;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What goes into the log beside words.
 *
 * @param pictures whose bytes are kept
 * @param told a JSON object of what an event has no field for, such as a poll; empty for nothing
 */
public record Extra(List<Attachment> pictures, String told) {
    public static final Extra NOTHING = new Extra(List.of(), "");

    private static final JsonMapper JSON = new JsonMapper();

    public Extra {
        pictures = List.copyOf(pictures);
    }

    static Extra of(List<Attachment> pictures, ObjectNode told) {
        return new Extra(pictures, told.isEmpty() ? "" : told.toString());
    }

    static ObjectNode toTell() {
        return JSON.createObjectNode();
    }

    void tell(ObjectNode payload) {
        if (!told.isEmpty()) {
            JSON.readTree(told)
                    .properties()
                    .forEach(one -> payload.set(one.getKey(), one.getValue()));
        }
    }
}
