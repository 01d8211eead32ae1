package org.lisolo.server.community.peers;

import org.lisolo.server.people.AccountId;

import java.util.UUID;

/**
 * Somebody on call is to look at a worry.
 *
 * @param to an account
 * @param late whether those on call first did not take it in time
 */
public record WorryRaised(AccountId to, UUID worry, boolean late) {}
