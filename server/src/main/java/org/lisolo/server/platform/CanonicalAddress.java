package org.lisolo.server.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.util.Optional;

/** The whole address of a page: under the one that people type, else the one it was asked at. */
@Component
public class CanonicalAddress {
    private final String base;

    CanonicalAddress(@Value("${lisolo.address:}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** Under the one that people type; empty where nobody has set it. */
    public Optional<String> set(String path) {
        return base.isEmpty() ? Optional.empty() : Optional.of(base + path);
    }

    public String of(String path) {
        return base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString()
                : base + path;
    }
}
