package org.lisolo.server.community.spaces;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The places of the community. Thread-safe. */
@Service
public class Spaces {
    private static final int LONGEST_SLUG = 60;

    private final SpaceStore store;
    private final Ids ids;
    private final Clock clock;

    Spaces(SpaceStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a space with its first moderator.
     *
     * @throws Problem if something is missing or too long, or another space has that name
     */
    public Space open(SpaceForm form, AccountId moderator) {
        Space space = form.space(new SpaceId(ids.next()), slug(form.name()), clock.instant());
        if (!store.insert(space)) {
            throw Problem.conflict("spaces.problem.nameTaken").atField("name");
        }
        store.stand(space.id(), moderator, Standing.MODERATOR, clock.instant());
        return space;
    }

    /** A space that the reader may know of; of any other there is no page. */
    public Space enter(String slug, Reader reader) {
        return store.find(slug).filter(reader::mayEnter).orElseThrow(Spaces::unknown);
    }

    public Space enter(SpaceId id, Reader reader) {
        return find(id).filter(reader::mayEnter).orElseThrow(Spaces::unknown);
    }

    /** Whoever may know of it. */
    public Optional<Space> find(SpaceId id) {
        return store.find(id);
    }

    public Optional<Space> find(String slug) {
        return store.find(slug);
    }

    /** Those that a reader may know of, by name. */
    public List<Space> seenBy(Reader reader) {
        return store.seenBy(reader);
    }

    /** Somebody is this from now on. */
    public void stand(SpaceId space, AccountId account, Standing standing) {
        store.stand(space, account, standing, clock.instant());
    }

    /** Somebody excluded may come back; where members are taken in, they are one. */
    public void forgive(SpaceId space, AccountId account) {
        if (find(space).filter(one -> one.openness() == Openness.MEMBERS).isPresent()) {
            stand(space, account, Standing.MEMBER);
        } else {
            store.forgive(space, account);
        }
    }

    static Problem unknown() {
        return Problem.notFound("spaces.problem.unknown");
    }

    /** Small letters and digits, with hyphens between words. */
    static String slug(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        if (cut.isEmpty()) {
            throw Problem.invalid("spaces.problem.name").atField("name");
        }
        return cut;
    }
}
