package org.lisolo.server.publishing.posts;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.posts.PostPages.Around;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Remarks on passages of what somebody was asked about. Each belongs to the version that it was
 * made on, whose words do not change any more; who writes the next one marks it as seen to.
 */
@Service
public class Remarks {
    private static final int LONGEST_PASSAGE = 500;

    private final PostStore posts;
    private final RemarkStore store;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    Remarks(
            PostStore posts,
            RemarkStore store,
            Accounts accounts,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.posts = posts;
        this.store = store;
        this.accounts = accounts;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * As a page shows it.
     *
     * @param passage as it stands in its version
     * @param resolvedBy by name; empty while nobody has seen to it
     * @param stands whether the passage is in the newest version just so
     */
    public record Shown(
            Remark remark,
            String passage,
            Around around,
            String by,
            String resolvedBy,
            boolean stands) {}

    /** All of a post. */
    List<Shown> of(Post post) {
        List<Remark> remarks = store.of(post.id());
        Map<AccountId, String> names =
                accounts.names(
                        remarks.stream()
                                .flatMap(
                                        one ->
                                                Stream.concat(
                                                        Stream.of(one.by()),
                                                        one
                                                                .resolved()
                                                                .map(Remark.Resolved::by)
                                                                .stream()))
                                .toList());
        Map<Integer, Map<String, String>> versions = new HashMap<>();
        return remarks.stream()
                .map(
                        one ->
                                shown(
                                        post,
                                        one,
                                        versions.computeIfAbsent(
                                                one.version(), number -> parts(post, number)),
                                        names))
                .toList();
    }

    private Map<String, String> parts(Post post, int version) {
        return posts.version(post.organisation(), post.id(), version)
                .map(one -> parts(one.content()))
                .orElse(Map.of());
    }

    private static Map<String, String> parts(PostContent content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("text", content.text());
        parts.put("title", content.title());
        parts.put("brief", content.brief());
        return parts;
    }

    private static Shown shown(
            Post post, Remark remark, Map<String, String> parts, Map<AccountId, String> names) {
        String part = parts.getOrDefault(remark.part(), "");
        int from = Math.min(remark.from(), part.length());
        int to = Math.min(remark.to(), part.length());
        String passage = part.substring(from, to);
        return new Shown(
                remark,
                passage,
                Around.of(part, from, to),
                names.getOrDefault(remark.by(), ""),
                remark.resolved().map(one -> names.getOrDefault(one.by(), "")).orElse(""),
                !passage.isEmpty()
                        && parts(post.content()).getOrDefault(remark.part(), "").contains(passage));
    }

    /**
     * Remarks on a passage, which is found by its words.
     *
     * @throws Problem if the version does not say them, or can still change
     */
    @Transactional
    void add(SignedIn who, PostId id, int version, String passage, String note) {
        Post post =
                posts.lock(who.organisation(), id)
                        .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
        if (post.version() != version || post.state() == PostState.DRAFT) {
            throw Problem.conflict("posts.problem.moved");
        }
        if (passage.isBlank() || passage.length() > LONGEST_PASSAGE) {
            throw Problem.invalid("remarks.problem.passage").atField("passage");
        }
        if (note.isBlank()) {
            throw Problem.invalid("posts.problem.note").atField("remark");
        }
        var part = where(post.content(), passage);
        store.add(
                id,
                new Remark(
                        ids.next(),
                        version,
                        part.getKey(),
                        part.getValue(),
                        part.getValue() + passage.length(),
                        who.account(),
                        note,
                        clock.instant(),
                        Optional.empty()));
        trail.about("posts", id);
    }

    private static Map.Entry<String, Integer> where(PostContent content, String passage) {
        return parts(content).entrySet().stream()
                .filter(part -> part.getValue().contains(passage))
                .map(part -> Map.entry(part.getKey(), part.getValue().indexOf(passage)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("remarks.problem.passage").atField("passage"));
    }

    @Transactional
    void resolve(SignedIn who, PostId id, UUID remark, boolean done) {
        Post post =
                posts.lock(who.organisation(), id)
                        .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
        Remark one =
                store.of(id).stream()
                        .filter(each -> each.id().equals(remark))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
        if (!who.may(Action.WRITE_POSTS) && !one.by().equals(who.account())) {
            throw Problem.forbidden("remarks.problem.notyours");
        }
        if (done) {
            store.resolve(post.id(), remark, who.account(), clock.instant());
        } else {
            store.reopen(post.id(), remark);
        }
        trail.about("posts", id);
    }
}
