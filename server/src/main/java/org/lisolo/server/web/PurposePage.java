package org.lisolo.server.web;

import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * Asks what an export is for.
 *
 * @param path the export's
 * @param asked what its address asks for, which goes along
 */
public record PurposePage(
        String path, List<Asked> asked, String purpose, String reason, List<Problem> problems) {
    /** A part of the address. */
    public record Asked(String name, String value) {}
}
