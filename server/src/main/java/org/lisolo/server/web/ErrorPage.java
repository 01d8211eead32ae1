package org.lisolo.server.web;

/**
 * What went wrong.
 *
 * @param title key of the headline
 * @param sentence what happened and what to do next, in the reader's language
 * @param incident the number under which our log tells more; empty for a caller's mistake
 */
public record ErrorPage(int status, String title, String sentence, String incident) {}
