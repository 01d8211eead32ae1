package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Author;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote a post. */
final class Authors {
    private static final Pattern NAMED_IN_ADDRESS =
            Pattern.compile("/(?:@|users/|u/|profile/|accounts/)((?!\\d+/?$)[\\w.-]{1,64})/?");

    private Authors() {}

    /**
     * The one a post is attributed to, else the actor of the activity. Where nobody is named, the
     * server that keeps the post stands for the author.
     */
    static Author of(String postId, ActivityObject post, @Nullable ActivityObject activity) {
        Author author = first(post, "attributedTo", "actor", "author");
        if (author == null && activity != null) {
            author = first(activity, "actor", "attributedTo");
        }
        return author == null ? new Author(origin(postId), null, null) : author;
    }

    private static @Nullable Author first(ActivityObject object, String... properties) {
        for (String property : properties) {
            List<ActivityObject> actors = new ArrayList<>(object.objects(property));
            // PeerTube names the person and the channel: people come first
            actors.sort((a, b) -> Boolean.compare(isPerson(b), isPerson(a)));
            if (!actors.isEmpty() && actors.getFirst().id() != null) {
                return described(actors.getFirst());
            }
            String id = object.reference(property);
            if (id != null) {
                return new Author(id, handleIn(id), null);
            }
        }
        return null;
    }

    private static boolean isPerson(ActivityObject actor) {
        return actor.type().equals("Person");
    }

    private static Author described(ActivityObject actor) {
        String id = actor.id() == null ? "" : actor.id();
        String username = actor.string("preferredUsername");
        String host = host(id);
        String handle =
                username != null && host != null ? "@" + username + "@" + host : handleIn(id);
        return new Author(id, handle, actor.string("name"));
    }

    /** Most servers write the account's name into its address. */
    private static @Nullable String handleIn(String id) {
        String host = host(id);
        if (host == null) {
            return null;
        }
        Matcher name = NAMED_IN_ADDRESS.matcher(id.substring(id.indexOf(host) + host.length()));
        return name.matches() ? "@" + name.group(1) + "@" + host : null;
    }

    private static @Nullable String host(String id) {
        URI uri = uri(id);
        return uri == null ? null : uri.getHost();
    }

    private static String origin(String id) {
        URI uri = uri(id);
        return uri == null || uri.getHost() == null
                ? id
                : uri.getScheme() + "://" + uri.getAuthority();
    }

    private static @Nullable URI uri(String id) {
        try {
            return new URI(id);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
