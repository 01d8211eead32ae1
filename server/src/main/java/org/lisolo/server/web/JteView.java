package org.lisolo.server.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A page from a template, in one language: where the reader's has not all words for it, the whole
 * page is in French. It is rendered whole before the first byte leaves, so that a fault in it
 * becomes an error page and never half a page.
 */
record JteView(TemplateEngine engine, Frames frames, String template) implements View {
    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Frame frame = frames.of(request);
        Utf8ByteOutput out = rendered(frame, model);
        if (frame.lacksWords()) {
            out = rendered(frames.of(request, Language.FR), model);
        }
        response.setContentType(getContentType());
        response.setContentLength(out.getContentLength());
        out.writeTo(response.getOutputStream());
    }

    private Utf8ByteOutput rendered(Frame frame, @Nullable Map<String, ?> model) {
        var parameters = new HashMap<String, Object>();
        if (model != null && model.get("page") != null) {
            parameters.put("page", model.get("page"));
        }
        parameters.put("frame", frame);
        var out = new Utf8ByteOutput();
        engine.render(template, parameters, out);
        return out;
    }
}
