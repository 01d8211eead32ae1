package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;

import java.time.Instant;

/** That nothing leaves at its time, who said so, and why. */
public record Pause(AccountId by, String reason, Instant at) {}
