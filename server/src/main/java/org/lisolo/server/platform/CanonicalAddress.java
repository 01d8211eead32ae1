package org.lisolo.server.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The whole address of a page: under the one that people type, else the one it was asked at. */
@Component
public class CanonicalAddress {
    private final String base;

    CanonicalAddress(@Value("${lisolo.address:}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    public String of(String path) {
        return base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString()
                : base + path;
    }
}
