package org.lisolo.server.publishing.conversations;

/**
 * What an organisation promises those who write to it, and where it sends people who had better not
 * say more in public.
 *
 * @param phone each may be empty
 * @param place with its hours, as people are told
 * @param link of a private consultation or a contact page
 */
public record ConversationSettings(Promise promise, String phone, String place, String link) {
    public static final ConversationSettings HOUSE =
            new ConversationSettings(Promise.HOUSE, "", "", "");

    /** Whether there is a safe place to send somebody to. */
    public boolean hasPlace() {
        return !(phone.isEmpty() && place.isEmpty() && link.isEmpty());
    }
}
