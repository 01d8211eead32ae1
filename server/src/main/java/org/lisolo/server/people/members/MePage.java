package org.lisolo.server.people.members;

import org.lisolo.server.people.Badge;

import java.util.Optional;

/** A member's home. */
public record MePage(Optional<Badge> badge) {}
