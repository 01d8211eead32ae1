package org.lisolo.server.web;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * The words of the work side, in their order. A person sees those whose page the access table opens
 * to them; a module that counts what waits there has a {@link Waiting} bean of the same path.
 */
@Component
final class WorkNavigation {
    private record Entry(String key, String path) {}

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry("web.nav.today", "/work"),
                    new Entry("conversations.title", "/work/conversations"),
                    new Entry("monitoring.alerts.title", "/work/alerts"),
                    new Entry("monitoring.cases.title", "/work/cases"),
                    new Entry("monitoring.rules.title", "/work/rules"),
                    new Entry("posts.title", "/work/posts"),
                    new Entry("library.title", "/work/library"),
                    new Entry("releases.title", "/work/releases"),
                    new Entry("campaigns.title", "/work/campaigns"),
                    new Entry("spaces.title", "/work/spaces"),
                    new Entry("direct.reports.title", "/work/direct-reports"),
                    new Entry("outbox.title", "/work/outbox"),
                    new Entry("archive.search.title", "/work/archive"),
                    new Entry("directory.title", "/work/directory"),
                    new Entry("identifiers.title", "/work/identifiers"),
                    new Entry("rights.requests.title", "/work/requests"),
                    new Entry("holds.title", "/work/holds"),
                    new Entry("trail.title", "/work/trail"),
                    new Entry("channels.aside.title", "/work/set-aside"),
                    new Entry("channels.import.title", "/work/import"),
                    new Entry("channels.title", "/work/channels"),
                    new Entry("people.reviews.title", "/work/verifications"),
                    new Entry("peers.aliases.title", "/work/aliases"),
                    new Entry("people.title", "/work/people"),
                    new Entry("backups.title", "/work/backups"),
                    new Entry("people.platform.title", "/work/platform"),
                    new Entry("access.title", "/work/access"));

    private final List<Waiting> waiting;

    WorkNavigation(List<Waiting> waiting) {
        this.waiting = List.copyOf(waiting);
    }

    List<Frame.NavigationEntry> of(@Nullable SignedIn who, String path) {
        if (who == null) {
            return List.of();
        }
        return ENTRIES.stream()
                .filter(entry -> AccessCheck.mayOpen(entry.path(), who))
                .map(
                        entry ->
                                new Frame.NavigationEntry(
                                        entry.key(),
                                        entry.path(),
                                        count(entry, who),
                                        isCurrent(entry, path)))
                .toList();
    }

    private long count(Entry entry, SignedIn who) {
        return waiting(entry.path(), who);
    }

    /** How much waits for somebody at a path. */
    long waiting(String path, SignedIn who) {
        return waiting.stream()
                .filter(one -> one.path().equals(path))
                .mapToLong(one -> one.count(who))
                .sum();
    }

    private static boolean isCurrent(Entry entry, String path) {
        return path.equals(entry.path())
                || (!entry.path().equals("/work") && path.startsWith(entry.path() + "/"));
    }
}
