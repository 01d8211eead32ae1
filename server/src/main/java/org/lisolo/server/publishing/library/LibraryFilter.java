package org.lisolo.server.publishing.library;

import org.lisolo.server.publishing.Topic;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of the library is asked for, as it stands in the address.
 *
 * @param q words that all must stand in a piece
 * @param tag one of its own; empty for any
 * @param variant that it must have
 */
public record LibraryFilter(
        String q,
        Optional<Topic> topic,
        Optional<PieceState> state,
        String tag,
        Optional<Variant> variant,
        int from) {
    /** Everything that is in use. */
    public static final LibraryFilter ALL =
            new LibraryFilter("", Optional.empty(), Optional.empty(), "", Optional.empty(), 0);

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;

    static LibraryFilter of(Map<String, String> asked) {
        String from = asked.getOrDefault("from", "");
        return new LibraryFilter(
                words(asked, "q"),
                Topic.ofKey(asked.getOrDefault("topic", "")),
                PieceState.ofKey(asked.getOrDefault("state", "")),
                words(asked, "tag"),
                Variant.ofKey(asked.getOrDefault("variant", "")).filter(one -> one != Variant.FULL),
                from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0);
    }

    private static String words(Map<String, String> asked, String name) {
        String words = asked.getOrDefault(name, "").replace("\0", "").strip();
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    /** As they are searched. */
    List<String> words() {
        return List.of(PieceContent.folded(q).split("\\s+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    public boolean isEmpty() {
        return q.isEmpty()
                && topic.isEmpty()
                && state.isEmpty()
                && tag.isEmpty()
                && variant.isEmpty();
    }

    public String topicKey() {
        return topic.map(Topic::key).orElse("");
    }

    public String stateKey() {
        return state.map(PieceState::key).orElse("");
    }

    public String variantKey() {
        return variant.map(Variant::key).orElse("");
    }

    String startingAt(int other) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("q", q);
        all.put("topic", topicKey());
        all.put("state", stateKey());
        all.put("tag", tag);
        all.put("variant", variantKey());
        all.put("from", other == 0 ? "" : Integer.toString(other));
        all.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath(Library.PATH);
        all.forEach((name, _) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }
}
