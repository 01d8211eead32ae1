package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.platform.Shortened;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.library.Variant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post with its newest version.
 *
 * @param author who began it
 * @param from the piece that it was begun from
 * @param edition grows with each saving of the open version
 * @param needs the roles that have to agree, in order; empty until somebody asked
 * @param approved when the last of them did
 * @param wanted when it is to be said; empty for as soon as it may
 * @param writer of the newest version
 * @param published the version that the public sees, and since when anything of it
 */
public record Post(
        PostId id,
        OrganisationId organisation,
        AccountId author,
        Optional<From> from,
        int version,
        int edition,
        PostState state,
        PostContent content,
        AccountId writer,
        Instant changed,
        List<Role> needs,
        Optional<Instant> approved,
        Optional<Instant> wanted,
        Optional<Published> published) {
    public Post {
        needs = List.copyOf(needs);
    }

    /** The piece that a post was begun from, and in which wording. */
    public record From(PieceId piece, int version, Variant variant) {}

    /** What the public sees. */
    public record Published(int version, Instant at) {}

    public String path() {
        return Posts.PATH + "/" + id;
    }

    /** Approved after the time at which it was to be said: it leaves only when somebody says so. */
    public boolean isLate() {
        return state == PostState.APPROVED
                && approved.isPresent()
                && wanted.map(approved.get()::isAfter).orElse(true);
    }

    /** When it is to be said, or was; when it was changed where nobody has said. */
    public Instant when() {
        return state == PostState.SENT
                ? published.map(Published::at).orElse(changed)
                : wanted.orElse(changed);
    }

    /** Whether it is still a draft, of just these words. */
    boolean says(PostContent words) {
        return state == PostState.DRAFT && content.equals(words);
    }

    /** What it is called in lists. */
    public String name() {
        String name = content.title().isBlank() ? content.text().strip() : content.title();
        return Shortened.of(name.lines().findFirst().orElse(""), 80);
    }
}
