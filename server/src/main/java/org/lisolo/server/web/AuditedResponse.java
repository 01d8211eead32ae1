package org.lisolo.server.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.evidence.Deed;
import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.io.PrintWriter;

/**
 * A response of which nothing leaves before its audit record is durable. If that can't be written
 * the request fails, and nothing was shown.
 */
final class AuditedResponse extends HttpServletResponseWrapper {
    private final AuditTrail trail;
    private final AuditDraft draft;
    private final boolean looks;
    private boolean left;

    AuditedResponse(
            HttpServletResponse response, AuditTrail trail, AuditDraft draft, boolean looks) {
        super(response);
        this.trail = trail;
        this.draft = draft;
        this.looks = looks;
    }

    /** Writes the record, once. */
    void leave() {
        leave(getStatus());
    }

    private void leave(int status) {
        if (left) {
            return;
        }
        left = true;
        trail.answering();
        // a change that was committed has its record, whatever is answered then
        if (!trail.holds(draft)) {
            trail.write(draft, outcome(status));
        }
    }

    private Deed outcome(int status) {
        if (status >= 400) {
            return Deed.REFUSED;
        }
        if (looks) {
            String disposition = getHeader(HttpHeaders.CONTENT_DISPOSITION);
            return disposition != null && disposition.startsWith("attachment")
                    ? Deed.EXPORT
                    : Deed.LOOK;
        }
        // a form that is shown again
        return status < 300 ? Deed.LOOK : Deed.CHANGE;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        leave();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        leave();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        leave();
        super.flushBuffer();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        leave(SC_FOUND);
        super.sendRedirect(location);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clear) throws IOException {
        leave(status);
        super.sendRedirect(location, status, clear);
    }

    @Override
    public void sendError(int status) throws IOException {
        leave(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        leave(status);
        super.sendError(status, message);
    }
}
