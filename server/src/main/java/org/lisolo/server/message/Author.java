package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;

/**
 * Whoever wrote, as the network names them.
 *
 * @param networkId the network's own id of the account: an actor's address, a DID, a number
 * @param handle what the network shows as the account's name, for example {@code @awa@hopital.cd}
 * @param name the display name
 */
public record Author(String networkId, @Nullable String handle, @Nullable String name) {
    public Author {
        networkId = Storable.text(networkId);
        handle = Storable.textOrNull(handle);
        name = Storable.textOrNull(name);
    }

    /** What a reader is shown: the display name, else the handle, else the id. */
    public String shown() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return handle != null && !handle.isBlank() ? handle : networkId;
    }
}
