package org.lisolo.server.publishing.library;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Vocation;

import java.time.Instant;

/**
 * A clinician's signature under one version of a piece.
 *
 * @param profession as verified when it was signed
 * @param verifiedBy the organisation that had verified it
 * @param until when it ends by itself
 */
public record Review(
        int version,
        AccountId by,
        Vocation profession,
        String verifiedBy,
        Instant at,
        Instant until) {}
