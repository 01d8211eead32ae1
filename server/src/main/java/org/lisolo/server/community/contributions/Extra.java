package org.lisolo.server.community.contributions;

import org.lisolo.server.message.Attachment;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What goes into the log beside words.
 *
 * @param pictures whose bytes are kept
 * @param told a JSON object of what an event has no field for, such as a poll; empty for nothing
 */
public record Extra(List<SaidPicture> pictures, String told) {
    public static final Extra NOTHING = new Extra(List.of(), "");

    private static final JsonMapper JSON = new JsonMapper();

    public Extra {
        pictures = List.copyOf(pictures);
    }

    public static Extra of(List<SaidPicture> pictures, ObjectNode told) {
        return new Extra(pictures, told.isEmpty() ? "" : told.toString());
    }

    /** What others read of it: the choices of a poll, and what pictures show. */
    public List<String> words() {
        List<String> words = new ArrayList<>(choices());
        pictures.forEach(one -> words.add(one.alt()));
        return words;
    }

    /** Those of a poll; none without one. */
    public List<String> choices() {
        return poll().map(Poll::choices).orElse(List.of());
    }

    private Optional<Poll> poll() {
        return told.isEmpty() ? Optional.empty() : Poll.read(JSON.readTree(told));
    }

    List<Attachment> attachments() {
        return pictures.stream().map(SaidPicture::attachment).toList();
    }

    /**
     * With pictures more; the log keeps what their author saw of each.
     *
     * @param checks what is not in them
     */
    Extra lookedThrough(List<SaidPicture> more, List<String> checks) {
        ObjectNode all = told.isEmpty() ? toTell() : (ObjectNode) JSON.readTree(told);
        ArrayNode looked = all.withArrayProperty("lookedThrough");
        for (SaidPicture one : more) {
            ObjectNode entry = looked.addObject().put("picture", one.hash().hex());
            checks.forEach(entry.putArray("without")::add);
        }
        return of(Stream.concat(pictures.stream(), more.stream()).toList(), all);
    }

    /** What was to begin when it was sent begins so much later. */
    Extra later(Duration time) {
        return poll().map(
                        poll -> {
                            ObjectNode all = (ObjectNode) JSON.readTree(told);
                            poll.later(time).write(all);
                            return of(pictures, all);
                        })
                .orElse(this);
    }

    public static ObjectNode toTell() {
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
