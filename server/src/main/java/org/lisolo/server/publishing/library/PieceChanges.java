package org.lisolo.server.publishing.library;

import org.lisolo.server.archive.WordDifferences;
import org.lisolo.server.publishing.library.LibraryPages.Change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two versions of a piece, part by part. */
final class PieceChanges {
    private PieceChanges() {}

    static List<Change> between(PieceContent before, PieceContent after) {
        Map<String, String> old = parts(before);
        List<Change> changes = new ArrayList<>();
        parts(after)
                .forEach(
                        (part, now) -> {
                            String was = old.getOrDefault(part, "");
                            if (!was.equals(now)) {
                                changes.add(new Change(part, WordDifferences.between(was, now)));
                            }
                        });
        return changes;
    }

    private static Map<String, String> parts(PieceContent content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("tags", content.tags());
        parts.put("sources", content.sources());
        for (String language : PieceContent.LANGUAGES) {
            Wording wording = content.in(language);
            parts.put(language + "_title", wording.title());
            parts.put(language + "_text", wording.text());
            parts.put(language + "_brief", wording.brief());
            parts.put(language + "_simple", wording.simple());
        }
        return parts;
    }
}
