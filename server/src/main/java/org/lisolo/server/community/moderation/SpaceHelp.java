package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SpaceId;
import org.springframework.stereotype.Component;

/** To whom the people of a space can turn, as its moderators have written it. */
@Component
public class SpaceHelp {
    private final LimitStore store;

    SpaceHelp(LimitStore store) {
        this.store = store;
    }

    /** Empty where nothing was written. */
    public String of(SpaceId space) {
        return store.of(space).help();
    }
}
