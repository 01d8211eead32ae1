package org.lisolo.server.monitoring.starters;

import java.util.Arrays;
import java.util.List;

/**
 * Rules to choose from.
 *
 * @param language of those that are shown
 */
public record StartersPage(String language, List<Starter> starters, boolean mayEdit) {
    public StartersPage {
        starters = List.copyOf(starters);
    }

    /** The kinds of which there are any. */
    public List<Starter.Kind> kinds() {
        return Arrays.stream(Starter.Kind.values()).filter(kind -> !of(kind).isEmpty()).toList();
    }

    public List<Starter> of(Starter.Kind kind) {
        return starters.stream().filter(starter -> starter.kind() == kind).toList();
    }
}
