package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Format;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.channels.format.Unreadable;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;

import java.util.ArrayList;
import java.util.List;

/**
 * ActivityPub activities and objects (W3C Recommendations of 23 January 2018 and of 23 May 2017) as
 * servers really send them. Whoever hands a payload over has checked its signature: what it says is
 * taken as said.
 */
public final class ActivityPubFormat implements Format {
    /** A group passes on what a server had passed on: more than that is nobody's honest need. */
    private static final int DEEPEST_WRAPPING = 4;

    private static final int LARGEST_COLLECTION = 1_000;

    @Override
    public String mediaType() {
        return "application/activity+json";
    }

    @Override
    public Reading read(byte[] payload, Delivery delivery) {
        try {
            var object = new ActivityObject(Json.object(payload));
            return new Reader(delivery).read(object, null, 0);
        } catch (Unreadable e) {
            return new Reading.NotUnderstood(e.reason());
        }
    }

    private record Reader(Delivery delivery) {
        Reading read(ActivityObject object, @Nullable ActivityObject wrapper, int depth) {
            if (depth > DEEPEST_WRAPPING) {
                throw new Unreadable("activitypub.wrapped-too-often");
            }
            String type = object.type();
            return switch (type) {
                case "Create" -> created(object, wrapper);
                case "Update" -> updated(object, wrapper);
                case "Delete" -> deleted(object, wrapper);
                case "Announce" -> announced(object, depth);
                case "Undo" -> undone(object, wrapper);
                case "Tombstone" -> event(posts(object, wrapper).deletion(object));
                case "Flag" -> throw new Unreadable("activitypub.report");
                case "" -> throw new Unreadable("activitypub.no-type");
                default -> {
                    if (Vocabulary.POSTS.contains(type)) {
                        yield post(EventKind.CREATED, object, wrapper);
                    }
                    yield Vocabulary.COLLECTIONS.contains(type)
                            ? collection(object, depth)
                            : noConcern(type);
                }
            };
        }

        private Reading created(ActivityObject activity, @Nullable ActivityObject wrapper) {
            return post(EventKind.CREATED, embedded(activity), carrier(activity, wrapper));
        }

        private Reading updated(ActivityObject activity, @Nullable ActivityObject wrapper) {
            return post(EventKind.EDITED, embedded(activity), carrier(activity, wrapper));
        }

        private Reading post(
                EventKind kind, ActivityObject object, @Nullable ActivityObject activity) {
            String type = object.type();
            if (type.equals("Tombstone")) {
                return event(posts(object, activity).deletion(object));
            }
            if (!Vocabulary.POSTS.contains(type)) {
                return noConcern(type);
            }
            if (isVote(object)) {
                return nothing("activitypub.vote");
            }
            return event(posts(object, activity).post(kind, object));
        }

        /** Mastodon sends a vote in a poll as a note with a name and no content. */
        private static boolean isVote(ActivityObject object) {
            if (object.type().equals("Answer")) {
                return true;
            }
            boolean words = object.has("content") || object.has("contentMap");
            return object.type().equals("Note")
                    && !words
                    && object.string("name") != null
                    && object.has("inReplyTo");
        }

        private Reading deleted(ActivityObject activity, @Nullable ActivityObject wrapper) {
            String target = activity.reference("object");
            if (target == null) {
                throw new Unreadable("activitypub.no-object");
            }
            boolean account =
                    target.equals(activity.reference("actor"))
                            || activity.objects("object").stream()
                                    .anyMatch(o -> Vocabulary.ACTORS.contains(o.type()));
            return account
                    ? nothing("activitypub.account-deleted")
                    : event(posts(activity, wrapper).deletionOf(target, activity));
        }

        private Reading announced(ActivityObject activity, int depth) {
            List<ActivityObject> objects = activity.objects("object");
            if (!objects.isEmpty() && Vocabulary.isActivity(objects.getFirst().type())) {
                return read(objects.getFirst(), activity, depth + 1);
            }
            String shared = activity.reference("object");
            if (shared == null) {
                throw new Unreadable("activitypub.no-object");
            }
            return event(posts(activity, null).share(activity, shared));
        }

        private Reading undone(ActivityObject activity, @Nullable ActivityObject wrapper) {
            List<ActivityObject> objects = activity.objects("object");
            if (objects.isEmpty()) {
                throw new Unreadable("activitypub.undo-by-id");
            }
            ActivityObject undone = objects.getFirst();
            return switch (undone.type()) {
                case "Announce" -> withdrawn(undone, activity, wrapper);
                case "Create" -> {
                    String target = undone.reference("object");
                    if (target == null) {
                        throw new Unreadable("activitypub.no-object");
                    }
                    yield event(posts(activity, wrapper).deletionOf(target, activity));
                }
                case "Delete" -> throw new Unreadable("activitypub.restored");
                default -> noConcern(undone.type());
            };
        }

        private Reading withdrawn(
                ActivityObject share, ActivityObject undo, @Nullable ActivityObject wrapper) {
            String id = share.id();
            if (id == null) {
                throw new Unreadable("activitypub.undo-by-id");
            }
            ActivityObject addressed = share.has("to") || share.has("cc") ? share : undo;
            return event(posts(addressed, carrier(undo, wrapper)).deletionOf(id, undo));
        }

        private Reading collection(ActivityObject collection, int depth) {
            List<ActivityObject> items = new ArrayList<>(collection.objects("orderedItems"));
            items.addAll(collection.objects("items"));
            if (items.size() > LARGEST_COLLECTION) {
                throw new Unreadable("activitypub.collection-too-large");
            }
            List<MessageEvent> events = new ArrayList<>();
            for (ActivityObject item : items) {
                switch (read(item, null, depth + 1)) {
                    case Reading.Understood understood -> events.addAll(understood.events());
                    case Reading.NothingToKeep _ -> {}
                    case Reading.NotUnderstood not -> {
                        return not;
                    }
                }
            }
            return events.isEmpty()
                    ? nothing("activitypub.collection")
                    : new Reading.Understood(events, List.of());
        }

        private static Reading noConcern(String type) {
            if (Vocabulary.ACTORS.contains(type)) {
                return nothing("activitypub.profile", type);
            }
            if (Vocabulary.REACTIONS.contains(type)) {
                return nothing("activitypub.reaction", type);
            }
            if (Vocabulary.FOLLOWING.contains(type)) {
                return nothing("activitypub.following", type);
            }
            if (Vocabulary.HOUSEKEEPING.contains(type)) {
                return nothing("activitypub.housekeeping", type);
            }
            throw new Unreadable("activitypub.unknown-type", type);
        }

        /** The object that an activity carries; one that it only points at can't be read. */
        private static ActivityObject embedded(ActivityObject activity) {
            List<ActivityObject> objects = activity.objects("object");
            if (objects.isEmpty()) {
                throw new Unreadable("activitypub.object-not-sent");
            }
            return objects.getFirst();
        }

        /** The activity itself, unless it says nothing of whom it is for and its wrapper does. */
        private static ActivityObject carrier(
                ActivityObject activity, @Nullable ActivityObject wrapper) {
            if (wrapper == null || activity.has("actor") || activity.has("to")) {
                return activity;
            }
            return wrapper;
        }

        private Posts posts(ActivityObject object, @Nullable ActivityObject activity) {
            return new Posts(delivery, object, activity);
        }

        private static Reading event(MessageEvent event) {
            return new Reading.Understood(List.of(event), List.of());
        }

        private static Reading nothing(String code, String... arguments) {
            return new Reading.NothingToKeep(Reason.of(code, arguments));
        }
    }
}
