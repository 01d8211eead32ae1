package org.lisolo.server.people;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Arrays;

@Controller
class WhoMayController {
    @GetMapping("/work/access")
    ModelAndView table(@RequestParam(defaultValue = "") String role) {
        Role shown =
                Arrays.stream(Role.values())
                        .filter(one -> one.name().equalsIgnoreCase(role))
                        .findFirst()
                        .orElse(null);
        return new ModelAndView("people/who-may", "page", WhoMayPage.of(shown));
    }
}
