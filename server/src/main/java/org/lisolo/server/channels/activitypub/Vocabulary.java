package org.lisolo.server.channels.activitypub;

import java.util.Set;

/** The types of ActivityStreams 2.0 and of the servers' extensions, by what they mean to us. */
final class Vocabulary {
    /** What holds words (or pictures, sound, film) of an author. */
    static final Set<String> POSTS =
            Set.of(
                    "Note",
                    "Article",
                    "Question",
                    "Page",
                    "Video",
                    "Audio",
                    "Image",
                    "Document",
                    "Event",
                    "ChatMessage",
                    "Album",
                    "Review",
                    "Comment",
                    "Quotation",
                    "Answer",
                    "GeneratedNote");

    static final Set<String> ACTORS =
            Set.of("Person", "Group", "Organization", "Service", "Application");

    static final Set<String> REACTIONS =
            Set.of("Like", "Dislike", "EmojiReact", "EmojiReaction", "View", "Read", "Listen");

    static final Set<String> FOLLOWING =
            Set.of(
                    "Follow",
                    "Accept",
                    "Reject",
                    "TentativeAccept",
                    "TentativeReject",
                    "Join",
                    "Leave",
                    "Invite",
                    "Offer",
                    "Ignore",
                    "Arrive",
                    "Travel");

    static final Set<String> HOUSEKEEPING =
            Set.of("Block", "Add", "Remove", "Lock", "Unlock", "Move", "CacheFile", "Relationship");

    static final Set<String> COLLECTIONS =
            Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");

    /** What another activity may carry: a group passes on its members' activities so. */
    static final Set<String> ACTIVITIES =
            Set.of("Create", "Update", "Delete", "Announce", "Undo", "Flag");

    private Vocabulary() {}

    static boolean isActivity(String type) {
        return ACTIVITIES.contains(type) || isOfNoConcern(type);
    }

    static boolean isOfNoConcern(String type) {
        return REACTIONS.contains(type) || FOLLOWING.contains(type) || HOUSEKEEPING.contains(type);
    }
}
