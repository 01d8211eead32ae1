package org.lisolo.server.community.moderation;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.evidence.Deed;
import org.lisolo.server.people.Proof;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/**
 * Where moderators work. Whom staff's roles make one has shown a second factor; each look at what
 * is not public leaves a record.
 */
@Component
public class Desk {
    private final Readers readers;
    private final AuditTrail trail;

    Desk(Readers readers, AuditTrail trail) {
        this.readers = readers;
        this.trail = trail;
    }

    public Reader enter(SignedIn who, HttpServletRequest request) {
        if (!Proof.of(request).isEnoughFor(who)) {
            throw Problem.forbidden("moderation.problem.secondFactor");
        }
        return readers.of(who);
    }

    /** A picture of what is decided on, which no browser keeps. */
    public static ResponseEntity<byte[]> picture(Optional<byte[]> bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(bytes.orElseThrow(Decisions::unknown));
    }

    /** Somebody is about to be shown this. */
    public void looks(SignedIn who, HttpServletRequest request, String kind, UUID id) {
        trail.write(
                AuditDraft.ofRequest(
                                Deed.LOOK,
                                "MODERATION_LOOK",
                                "GET /moderation/" + kind + "/{id}",
                                who.isMember() ? null : who.organisation().value(),
                                who.account().value(),
                                request.getRemoteAddr())
                        .about(kind, id));
    }
}
