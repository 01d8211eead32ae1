package org.lisolo.server.directory;

import java.util.List;

/** What an entry says. */
sealed interface Content permits Facility, Professional {
    /** The same as texts, every one as it is stored. */
    Fields fields();

    EntryKind kind();

    /** As it stands on a page and in a list. */
    String name();

    Address address();

    Contact contact();

    List<Label> conditions();

    List<Label> languages();

    OpeningTimes times();

    default Photo photo() {
        return new Photo(fields().get("photo"), fields().get("photo_alt"));
    }

    /** A picture by its name; empty for none. */
    record Photo(String name, String alt) {
        boolean isThere() {
            return !name.isEmpty();
        }
    }
}
