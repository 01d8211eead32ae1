package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.platform.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one is signed in, and how to end that. */
@Controller
@RequestMapping("/account/devices")
class DevicesController {
    private final Sessions sessions;
    private final SessionLimits limits;

    DevicesController(Sessions sessions, SessionLimits limits) {
        this.sessions = sessions;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        return new ModelAndView(
                "people/devices",
                "page",
                new DevicesPage(
                        sessions.devices(who.account(), request.getSession().getId()),
                        limits.idle(who.roles()),
                        limits.longest(who.roles())));
    }

    @PostMapping("/{id}/end")
    String end(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            RedirectAttributes redirect) {
        sessions.endByOwner(who.account(), id);
        redirect.addFlashAttribute("notice", Notice.of("people.device.ended"));
        return "redirect:/account/devices";
    }

    @PostMapping("/end-others")
    String endOthers(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        sessions.endOthersByOwner(who.account(), request.getSession().getId());
        redirect.addFlashAttribute("notice", Notice.of("people.devices.ended"));
        return "redirect:/account/devices";
    }
}
