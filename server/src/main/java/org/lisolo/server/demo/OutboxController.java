package org.lisolo.server.demo;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.people.PhoneNumber;
import org.lisolo.server.platform.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import java.net.InetAddress;

/** Shows the letters of the sample hospital, on this machine; elsewhere there is no such page. */
@Controller
class OutboxController {
    private final ObjectProvider<SampleOutbox> outbox;

    OutboxController(ObjectProvider<SampleOutbox> outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/demo/outbox")
    ModelAndView letters(HttpServletRequest request) {
        SampleOutbox kept = outbox.getIfAvailable();
        if (kept == null || !InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            throw Problem.notFound("web.error.notFound");
        }
        var page = new OutboxPage(kept.latest().stream().map(OutboxController::shown).toList());
        return new ModelAndView("demo/outbox", "page", page);
    }

    private static OutboxPage.Sent shown(SampleOutbox.Sent sent) {
        return new OutboxPage.Sent(
                sent.to().value(),
                sent.to() instanceof PhoneNumber,
                sent.subject(),
                sent.body(),
                sent.at());
    }
}
