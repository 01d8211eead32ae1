package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Sentences;
import org.lisolo.server.platform.TableFile;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Source;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Finding;
import org.lisolo.server.publishing.gate.Gate;
import org.lisolo.server.publishing.gate.Verdict;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Planned posts from a table: told row by row before anything is made, and then drafts, which pass
 * the gate and are approved like any other.
 */
@Service
class PlannedTables {
    static final int MOST_ROWS = 300;
    static final int MOST_BYTES = 1_000_000;

    private final Posts posts;
    private final Plans plans;
    private final PostStore store;
    private final PostDrafts drafts;
    private final Gate gate;
    private final Sentences sentences;
    private final Clock clock;

    PlannedTables(
            Posts posts,
            Plans plans,
            PostStore store,
            PostDrafts drafts,
            Gate gate,
            Sentences sentences,
            Clock clock) {
        this.posts = posts;
        this.plans = plans;
        this.store = store;
        this.drafts = drafts;
        this.gate = gate;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * What would become of each row; nothing is made.
     *
     * @throws Problem if it is no table, or too large
     */
    List<PlannedRow> read(SignedIn who, String table, Locale reader) {
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw Problem.invalid("calendar.import.large", MOST_ROWS).atField("table");
        }
        try (TableFile file = TableFile.open(bytes)) {
            TableFile.Row head =
                    file.next()
                            .orElseThrow(
                                    () ->
                                            Problem.invalid("calendar.import.nothing")
                                                    .atField("table"));
            var columns = new PlannedColumns(head, sentences);
            if (!columns.haveText()) {
                throw Problem.invalid("calendar.import.nocolumn").atField("table");
            }
            return rows(who, file, columns, reader);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.invalid("calendar.import.unreadable").atField("table");
        }
    }

    private List<PlannedRow> rows(
            SignedIn who, TableFile file, PlannedColumns columns, Locale reader) {
        List<PlannedRow> rows = new ArrayList<>();
        Set<Instant> above = new HashSet<>();
        for (Optional<TableFile.Row> row = file.next(); row.isPresent(); row = file.next()) {
            if (rows.size() == MOST_ROWS) {
                throw Problem.invalid("calendar.import.large", MOST_ROWS).atField("table");
            }
            PlannedRow one = row(who, row.get().line(), columns.form(row.get()), above, reader);
            one.when().ifPresent(above::add);
            rows.add(one);
        }
        if (rows.isEmpty()) {
            throw Problem.invalid("calendar.import.nothing").atField("table");
        }
        return rows;
    }

    private PlannedRow row(
            SignedIn who, long line, PostForm form, Set<Instant> above, Locale reader) {
        List<Problem> problems = new ArrayList<>(form.problems());
        if (form.value("text").isEmpty()) {
            problems.add(Problem.invalid("posts.problem.empty"));
        }
        if (!form.value("topic").isEmpty() && Topic.ofKey(form.value("topic")).isEmpty()) {
            problems.add(Problem.invalid("publishing.notopic"));
        }
        problems.addAll(Source.problems(form.value("sources"), "table"));
        Optional<Instant> when = when(who, form, problems);
        PostContent content = form.content();
        List<Post> near = when.map(at -> near(who, at)).orElse(List.of());
        Verdict verdict = problems.isEmpty() ? look(who, content, reader) : new Verdict(List.of());
        return new PlannedRow(
                line,
                content,
                when,
                problems,
                when.isPresent()
                        && near.stream().anyMatch(post -> isThis(post, when.get(), content)),
                verdict.state(Set.of()),
                verdict.findings().stream().findFirst().map(Finding::sentence).orElse(""),
                when.map(at -> Nearness.of(at, near, above)).orElse(Nearness.FREE));
    }

    private Optional<Instant> when(SignedIn who, PostForm form, List<Problem> problems) {
        try {
            ZoneId zone = CalendarView.zone(who.zone(), form.value("zone"));
            return form.whenFirst(zone, clock.instant());
        } catch (Problem problem) {
            problems.add(problem);
            return Optional.empty();
        }
    }

    private List<Post> near(SignedIn who, Instant at) {
        return store.between(
                who.organisation(),
                at.minus(Nearness.CLOSE_BY),
                at.plus(Nearness.CLOSE_BY),
                CalendarController.MOST);
    }

    private static boolean isThis(Post post, Instant at, PostContent content) {
        return post.wanted().equals(Optional.of(at))
                && post.content().text().equals(content.text());
    }

    private Verdict look(SignedIn who, PostContent content, Locale reader) {
        var draft =
                new Draft(
                        who.organisation(),
                        content.language(),
                        content.topic(),
                        content.title(),
                        content.text(),
                        content.brief(),
                        content.sources(),
                        Draft.Signature.NONE);
        return gate.look(draft, PostDrafts.otherwise(drafts.offered(who.organisation())), reader);
    }

    /** Makes a draft of each row that can be one, all of them or none; how many. */
    @Transactional
    int make(SignedIn who, String table) {
        int made = 0;
        for (PlannedRow row : read(who, table, Locale.FRENCH)) {
            if (row.isGood()) {
                PostId id = posts.begin(who, row.content());
                row.when().ifPresent(at -> plans.move(who, id, at));
                made++;
            }
        }
        return made;
    }
}
