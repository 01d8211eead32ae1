package org.lisolo.server.directory;

import java.util.List;

/** Who joined a team lately, the newest first. */
public record NewcomersPage(List<EntryRow> people, Head head) {}
