package org.lisolo.server.publishing.posts;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Fate;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Gate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** What people do with what did not leave: send it again, through the gate, or give it up. */
@Service
class Outgoings {
    private static final int MOST = 10_000;

    private final Outbox outbox;
    private final Publication publication;
    private final PostStore posts;
    private final Gate gate;
    private final AuditTrail trail;

    Outgoings(
            Outbox outbox, Publication publication, PostStore posts, Gate gate, AuditTrail trail) {
        this.outbox = outbox;
        this.publication = publication;
        this.posts = posts;
        this.gate = gate;
        this.trail = trail;
    }

    @Transactional
    void sendAgain(SignedIn who, UUID parcel) {
        Fate dead = dead(who.organisation(), parcel);
        if (dead.kind() == EventKind.DELETED) {
            outbox.sendAgain(
                    who.organisation(),
                    parcel,
                    gate.clearRemoval(who.organisation(), dead.post(), dead.channel()));
        } else {
            publication.sendAgain(said(who, dead), dead);
        }
        trail.about("posts", dead.post());
    }

    /** The version that was to be seen, and no later one. */
    private Post said(SignedIn who, Fate dead) {
        PostId id = new PostId(dead.post());
        return posts.find(who.organisation(), id)
                .flatMap(Post::published)
                .flatMap(seen -> posts.version(who.organisation(), id, seen.version()))
                .orElseThrow(() -> Problem.conflict("posts.problem.moved"));
    }

    @Transactional
    void giveUp(SignedIn who, UUID parcel) {
        Fate dead = dead(who.organisation(), parcel);
        outbox.giveUp(who.organisation(), parcel);
        trail.about("posts", dead.post());
    }

    private Fate dead(OrganisationId organisation, UUID parcel) {
        return outbox.unsent(organisation, MOST).stream()
                .filter(fate -> fate.parcel().equals(parcel))
                .filter(fate -> fate.state() == Fate.State.DEAD)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("outbox.problem.notdead"));
    }
}
