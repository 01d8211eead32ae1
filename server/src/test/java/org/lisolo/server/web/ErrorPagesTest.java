package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

import java.io.EOFException;
import java.io.IOException;

/** What is an incident and what is not. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {
    @Autowired ErrorPages pages;

    final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/questions");
    final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aReaderWhoLeavesIsNoIncident(CapturedOutput output) {
        var left = new ClientAbortException(new IOException("Broken pipe"));
        assertThat(pages.tell(left, request, response)).isNull();
        assertThat(pages.tell(new IllegalStateException(left), request, response)).isNull();
        assertThat(output).doesNotContain("incident");
    }

    @Test
    void aFileThatEndsTooSoonIsOne(CapturedOutput output) {
        Object answer = pages.tell(new EOFException(), request, response);
        assertThat(((ModelAndView) answer).getViewName()).isEqualTo("web/error");
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(output).containsPattern("incident [0-9a-f]{8} at GET /questions");
    }
}
