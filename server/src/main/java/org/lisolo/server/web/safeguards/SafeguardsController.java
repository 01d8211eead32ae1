package org.lisolo.server.web.safeguards;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

@Controller
class SafeguardsController {
    private final List<Safeguard> all = Safeguards.all();

    @GetMapping("/safeguards")
    ModelAndView page() {
        return new ModelAndView("web/safeguards", "page", new SafeguardsPage(all));
    }
}
