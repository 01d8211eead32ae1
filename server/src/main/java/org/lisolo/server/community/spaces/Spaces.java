package org.lisolo.server.community.spaces;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.text.Normalizer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The places of the community. Thread-safe. */
@Service
public class Spaces {
    private static final int LONGEST_SLUG = 60;
    private static final Set<Role> KEEPERS =
            EnumSet.of(Role.ADMIN, Role.COMMUNICATOR, Role.MODERATOR);

    private final SpaceStore store;
    private final Follows follows;
    private final Ids ids;
    private final Clock clock;

    Spaces(SpaceStore store, Follows follows, Ids ids, Clock clock) {
        this.store = store;
        this.follows = follows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a space with its first moderator.
     *
     * @throws Problem if something is missing or too long, or another space has that name
     */
    @Transactional
    public Space open(SpaceForm form, AccountId moderator) {
        Space space = form.space(new SpaceId(ids.next()), slug(form.name()), clock.instant());
        if (!store.insert(space)) {
            throw Problem.conflict("spaces.problem.nameTaken").atField("name");
        }
        store.stand(space.id(), moderator, Standing.MODERATOR, clock.instant());
        follows.followJoined(moderator, space.id());
        return space;
    }

    /** The same with a moderator who is known as they are there: at work by their name. */
    @Transactional
    public Space open(SpaceForm form, SignedIn moderator) {
        Space space = open(form, moderator.account());
        store.takeUp(space.id(), moderator, clock.instant());
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

    /** The same page by page. */
    List<Space> seenBy(Reader reader, int from, int most) {
        return store.seenBy(reader, from, most);
    }

    /** Those in which somebody waits to be taken in. */
    List<Space> askedBy(Reader reader) {
        return reader.account()
                .map(who -> store.standing(who, EnumSet.of(Standing.ASKED)))
                .orElse(List.of());
    }

    /** Those that they have joined, as far as they may enter them still. */
    public List<Space> joinedBy(Reader reader) {
        return reader
                .account()
                .map(who -> store.standing(who, EnumSet.of(Standing.MEMBER, Standing.MODERATOR)))
                .orElse(List.of())
                .stream()
                .filter(reader::mayEnter)
                .toList();
    }

    /** One that the reader looks after. */
    public Space moderated(String slug, Reader reader) {
        Space space = enter(slug, reader);
        if (!reader.moderates(space)) {
            throw Problem.forbidden("spaces.problem.moderators");
        }
        return space;
    }

    /** Those that somebody answers for, who keeps spaces for an organisation or the platform. */
    List<Space> keptBy(SignedIn who) {
        return store.keptBy(
                keepsForOrganisation(who) ? Optional.of(who.organisation()) : Optional.empty(),
                keepsForPlatform(who));
    }

    /** One of those; its words are no more open to them than to anybody. */
    Space kept(SpaceId id, SignedIn who) {
        return store.find(id)
                .filter(
                        space ->
                                space.organisation() == null
                                        ? keepsForPlatform(who)
                                        : keepsForOrganisation(who)
                                                && space.organisation().equals(who.organisation()))
                .orElseThrow(Spaces::unknown);
    }

    static boolean keepsForPlatform(SignedIn who) {
        return who.is(Role.OPERATOR);
    }

    static boolean keepsForOrganisation(SignedIn who) {
        return who.roles().stream().anyMatch(KEEPERS::contains);
    }

    /**
     * Changes what a space says of itself. Who may read is settled by the first words written
     * there: they were written under it.
     *
     * @throws Problem if something is missing or too long, or can't change any more
     */
    @Transactional
    public Space change(Space old, SpaceForm form) {
        store.lock(old.id());
        Space fresh = form.space(old.id(), old.slug(), old.opened());
        boolean opens = fresh.openness() != old.openness();
        if ((opens || (old.cases() && !fresh.cases())) && store.isWrittenIn(old.id())) {
            throw Problem.conflict("spaces.problem.written").atField(opens ? "openness" : "cases");
        }
        store.change(fresh);
        return fresh;
    }

    /** Whether its openness can still change. */
    boolean isWrittenIn(SpaceId space) {
        return store.isWrittenIn(space);
    }

    /** From now on it can be read only. */
    public void close(SpaceId space) {
        store.close(space, clock.instant());
    }

    public void reopen(SpaceId space) {
        store.close(space, null);
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
