package org.lisolo.server.publishing.posts;

import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Shortened;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of a table of planned posts, and what would become of it.
 *
 * @param line on which it begins in the table
 * @param when it is planned for; empty for no time yet
 * @param problems why no draft can be made of it
 * @param known whether a draft that says the same at this time is there already
 * @param gate where the gate stands with it: {@code clear}, {@code asks} or {@code stops}
 * @param finding the key of the sentence on the first thing that the gate found; empty for none
 * @param nearness to what is planned already, and to the rows above it
 */
public record PlannedRow(
        long line,
        PostContent content,
        Optional<Instant> when,
        List<Problem> problems,
        boolean known,
        String gate,
        String finding,
        Nearness nearness) {
    public PlannedRow {
        problems = List.copyOf(problems);
    }

    public boolean isGood() {
        return problems.isEmpty() && !known;
    }

    /** What it is called, as a post would be. */
    public String name() {
        String name = content.title().isBlank() ? content.text().strip() : content.title();
        return Shortened.of(name.lines().findFirst().orElse(""), 80);
    }
}
