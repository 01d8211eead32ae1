package org.lisolo.server.people;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody is the health professional they say, as it stands now. Shown by {@code
 * part/professional.jte}: never as a tick mark alone.
 *
 * @param name under which they practise
 * @param workplace as they named it and the verifier saw it
 * @param verifiedBy the organisation that did
 * @param until when it lapses by itself
 */
public record Badge(
        AccountId account,
        String name,
        Vocation profession,
        Optional<Vocation> speciality,
        String workplace,
        String verifiedBy,
        Instant since,
        Instant until) {}
