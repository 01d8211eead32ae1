package org.lisolo.server.people;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address that people type, for links that leave the page they are shown on. */
@Component
public class SiteAddress {
    private final String base;
    private final Environment settings;

    SiteAddress(Environment settings) {
        this.base = settings.getProperty("lisolo.address", "").strip().replaceAll("/+$", "");
        this.settings = settings;
    }

    /** Where nobody has set it, the one by which the page was asked for. */
    public String ofPage(String path) {
        return base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString()
                : base + path;
    }

    /**
     * For letters: where nobody has set it, this machine's, and never that of a request, whose
     * sender could name a host of their own.
     */
    public String of(String path) {
        return base.isEmpty()
                ? "http://localhost:" + settings.getProperty("local.server.port", "8080") + path
                : base + path;
    }

    boolean isSecure() {
        return base.startsWith("https:");
    }
}
