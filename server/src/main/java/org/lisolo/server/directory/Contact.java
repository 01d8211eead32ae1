package org.lisolo.server.directory;

import java.util.List;

/** How to get in touch, as the organisation publishes it; what is not told is empty. */
public record Contact(List<String> phones, String email, String website) {
    public Contact {
        phones = List.copyOf(phones);
    }

    public boolean isEmpty() {
        return phones.isEmpty() && email.isEmpty() && website.isEmpty();
    }
}
