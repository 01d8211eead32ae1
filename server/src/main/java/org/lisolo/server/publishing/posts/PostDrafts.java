package org.lisolo.server.publishing.posts;

import org.lisolo.server.channels.Networks;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Draft.Signature;
import org.lisolo.server.publishing.gate.Target;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.library.Piece;
import org.lisolo.server.publishing.library.PieceState;
import org.lisolo.server.publishing.library.Wording;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Posts as the gate sees them. */
@Component
class PostDrafts {
    private final Library library;
    private final Sites sites;
    private final Networks networks;
    private final Clock clock;

    PostDrafts(Library library, Sites sites, Networks networks, Clock clock) {
        this.library = library;
        this.sites = sites;
        this.networks = networks;
        this.clock = clock;
    }

    Draft of(Post post) {
        PostContent content = post.content();
        return new Draft(
                post.organisation(),
                content.language(),
                content.topic(),
                content.title(),
                content.text(),
                content.brief(),
                content.sources(),
                signature(post));
    }

    /** Where it is to be said. */
    List<Target> targets(OrganisationId organisation) {
        return sites.find(organisation).stream()
                .filter(site -> site.retired() == null)
                .flatMap(
                        site ->
                                networks
                                        .of(site.kind())
                                        .map(n -> new Target(site.id(), site.name(), n.limits()))
                                        .stream())
                .toList();
    }

    private Signature signature(Post post) {
        if (post.from().isEmpty()) {
            return Signature.NONE;
        }
        Post.From from = post.from().get();
        Optional<Piece> begun =
                library.version(post.organisation(), from.piece(), from.version())
                        .filter(piece -> saysTheSame(post.content(), piece, from));
        if (begun.isEmpty()) {
            return Signature.NONE;
        }
        return library.find(post.organisation(), from.piece())
                .filter(standing -> standing.version() == from.version())
                .filter(standing -> standing.state(clock.instant()) == PieceState.REVIEWED)
                .map(_ -> Signature.SIGNED)
                .orElse(Signature.LAPSED);
    }

    private static boolean saysTheSame(PostContent content, Piece piece, Post.From from) {
        Wording wording = piece.content().in(content.language());
        return content.title().equals(wording.title())
                && content.text().equals(wording.text(from.variant()))
                && (content.brief().isEmpty() || content.brief().equals(wording.brief()))
                && content.sources().equals(piece.content().sources())
                && content.topic() == piece.content().topic();
    }
}
