package org.lisolo.server.directory;

import org.lisolo.server.platform.Problem;

import java.util.List;

/** The form for what an organisation says of itself. */
public record ProfilePage(
        String about,
        String policy,
        String policyLink,
        String publicPath,
        List<Problem> problems) {}
