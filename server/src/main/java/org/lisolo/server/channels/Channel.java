package org.lisolo.server.channels;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;

/**
 * A door through which messages come in: an account on a network, a feed, an export.
 *
 * @param visibility of messages whose network doesn't say who may see them
 * @param retired since when nothing more may come in, if it is so
 */
public record Channel(
        ChannelId id,
        OrganisationId organisation,
        String name,
        ChannelKind kind,
        Visibility visibility,
        Instant created,
        @Nullable Instant retired) {}
