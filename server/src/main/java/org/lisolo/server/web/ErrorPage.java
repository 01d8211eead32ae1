package org.lisolo.server.web;

import java.util.List;

/**
 * What went wrong.
 *
 * @param title key of the headline
 * @param sentence key of what happened and what to do next
 * @param arguments what stands in the sentence
 * @param incident the number under which our log tells more; empty for a caller's mistake
 */
public record ErrorPage(
        int status, String title, String sentence, List<Object> arguments, String incident) {
    public ErrorPage {
        arguments = List.copyOf(arguments);
    }

    static ErrorPage of(int status, String title, String sentence) {
        return new ErrorPage(status, title, sentence, List.of(), "");
    }

    public String said(Frame frame) {
        return frame.t(sentence, arguments.toArray());
    }
}
