package org.lisolo.server.directory;

/**
 * What a page tells machines.
 *
 * @param canonical its lasting address
 * @param description in a sentence; may be empty
 * @param json schema.org data, safe within a script element; or empty
 * @param indexed whether search engines shall keep it
 */
public record Head(String canonical, String description, String json, boolean indexed) {}
