package org.lisolo.server.releases;

/** One thing to know before somebody signs, by its heading. */
public record Point(String key, String heading, String text) {}
