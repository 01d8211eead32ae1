package org.lisolo.server.directory;

import java.util.ArrayList;
import java.util.List;

/** What would help the public and an entry does not say yet. */
final class Completeness {
    private Completeness() {}

    /** Keys of the words for it, the most useful first. */
    static List<String> missing(Content content) {
        List<String> missing = new ArrayList<>();
        switch (content) {
            case Facility facility -> {
                need(missing, "phones", facility.contact().phones().isEmpty());
                need(missing, "hours", facility.times().isEmpty() && !facility.emergency());
                need(missing, "directions", facility.address().directions().isEmpty());
                need(missing, "zone", facility.address().zone().isEmpty());
                need(missing, "services", facility.services().isEmpty());
            }
            case Professional who -> {
                boolean placed = !who.workplaces().isEmpty() || !who.address().isEmpty();
                boolean timed =
                        !who.times().isEmpty()
                                || who.workplaces().stream().anyMatch(p -> !p.times().isEmpty());
                need(missing, "workplace", !placed);
                need(missing, "hours", !timed);
                need(missing, "specialities", isPhysicianWithout(who));
            }
        }
        need(missing, "languages", content.languages().isEmpty());
        need(missing, "photo", !content.photo().isThere());
        return missing;
    }

    private static boolean isPhysicianWithout(Professional who) {
        return who.profession().text().equals("physician") && who.specialities().isEmpty();
    }

    private static void need(List<String> missing, String what, boolean absent) {
        if (absent) {
            missing.add("directory.missing." + what);
        }
    }
}
