package org.lisolo.server.demo;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.library.LibraryFilter;
import org.lisolo.server.publishing.library.Piece;
import org.lisolo.server.publishing.library.Variant;
import org.lisolo.server.publishing.posts.PostContent;
import org.lisolo.server.publishing.posts.Posts;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sample hospital's library, of which its paediatrician has signed a few pieces, two of them
 * said, and a draft that names a patient, to see what the gate says of it.
 */
@Component
class SampleNews {
    private static final int MOST = 1_000;
    private static final int MONTHS = 12;
    private static final Set<String> SIGNED =
            Set.of("cholera-act-quickly", "cholera-protect", "malaria-fever", "mpox-protect");
    private static final Set<String> SAID = Set.of("cholera-act-quickly", "malaria-fever");

    private final Library library;
    private final Posts posts;
    private final SampleConversations conversations;

    SampleNews(Library library, Posts posts, SampleConversations conversations) {
        this.library = library;
        this.posts = posts;
        this.conversations = conversations;
    }

    void tell(SignedIn doctor, SignedIn writer) {
        library.takeIn(writer.organisation());
        List<Piece> pieces = library.list(writer.organisation(), LibraryFilter.ALL, MOST);
        pieces.stream()
                .filter(piece -> SIGNED.contains(piece.shipped()))
                .forEach(piece -> library.sign(doctor, piece.id(), piece.version(), MONTHS));
        List<PieceId> said =
                pieces.stream()
                        .filter(piece -> SAID.contains(piece.shipped()))
                        .map(Piece::id)
                        .toList();
        conversations.campaign(
                writer, Set.copyOf(said), said.stream().map(piece -> say(writer, piece)).toList());
        posts.begin(
                writer,
                new PostContent(
                        "fr",
                        Topic.ORGANISATION,
                        "Une belle guérison",
                        "Notre patiente Béatrice Exemple, 34 ans, a quitté l’hôpital hier."
                                + " Résultat garanti chez nous.",
                        "",
                        "",
                        false));
    }

    private PostId say(SignedIn writer, PieceId id) {
        Piece piece = library.find(writer.organisation(), id).orElseThrow();
        PostId post = posts.begin(writer, piece, "fr", Variant.FULL);
        posts.ask(writer, post, Optional.empty());
        return post;
    }
}
