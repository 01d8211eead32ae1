package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Visibility;

import java.util.List;
import java.util.Set;

/** For whom a post is. */
final class Addressing {
    private static final List<String> FIELDS = List.of("to", "cc", "bto", "bcc");
    private static final Set<String> EVERYONE =
            Set.of(
                    "https://www.w3.org/ns/activitystreams#Public",
                    "http://www.w3.org/ns/activitystreams#Public",
                    "as:Public",
                    "Public");

    private Addressing() {}

    /**
     * Public if the post is addressed to everyone (listed or not). What is addressed to some only
     * is for the organisation. The post's own address counts, else that of the activity; where
     * neither says anything, the channel decides.
     */
    static Visibility visibility(
            ActivityObject post, @Nullable ActivityObject activity, Visibility otherwise) {
        if (addressed(post)) {
            return of(post);
        }
        return activity != null && addressed(activity) ? of(activity) : otherwise;
    }

    private static boolean addressed(ActivityObject object) {
        return FIELDS.stream().anyMatch(field -> !object.references(field).isEmpty());
    }

    private static Visibility of(ActivityObject object) {
        boolean everyone =
                FIELDS.stream()
                        .flatMap(field -> object.references(field).stream())
                        .anyMatch(EVERYONE::contains);
        return everyone ? Visibility.PUBLIC : Visibility.ORGANISATION;
    }
}
