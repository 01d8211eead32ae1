package org.lisolo.server.people;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address that people type, for links that leave the page they are shown on. */
@Component
class SiteAddress {
    private final String base;

    SiteAddress(@Value("${lisolo.address:}") String base) {
        this.base = base.strip().replaceAll("/+$", "");
    }

    /** Where nobody has set it, the one by which the page was asked for. */
    String ofPage(String path) {
        return base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString()
                : base + path;
    }

    boolean isSecure() {
        return base.startsWith("https:");
    }
}
