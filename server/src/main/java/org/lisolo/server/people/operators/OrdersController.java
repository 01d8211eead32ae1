package org.lisolo.server.people.operators;

import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.people.ProfessionalOrders;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;

/** The registers that professionals can name, kept by whoever looks after the platform. */
@Controller
@RequestMapping("/work/platform/orders")
class OrdersController {
    private static final String HERE = "/work/platform/orders";

    private final ProfessionalOrders orders;

    OrdersController(ProfessionalOrders orders) {
        this.orders = orders;
    }

    @GetMapping
    ModelAndView list() {
        return list("", List.of());
    }

    @PostMapping
    ModelAndView add(@RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        try {
            orders.add(name);
        } catch (Problem problem) {
            return list(name, List.of(problem));
        }
        redirect.addFlashAttribute("notice", Notice.of("people.order.saved", name.strip()));
        return new ModelAndView("redirect:" + HERE);
    }

    @GetMapping("/{code}")
    ModelAndView one(@PathVariable String code) {
        ProfessionalOrder order = orders.find(code).orElseThrow(ProfessionalOrders::unknown);
        return one(order, List.of());
    }

    @PostMapping("/{code}")
    ModelAndView change(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean offered,
            RedirectAttributes redirect) {
        try {
            orders.change(code, name, offered);
        } catch (Problem problem) {
            if (!(problem.place() instanceof Problem.Place.Field)) {
                throw problem;
            }
            return one(new ProfessionalOrder(code, name, true, offered), List.of(problem));
        }
        redirect.addFlashAttribute("notice", Notice.of("people.order.saved", name.strip()));
        return new ModelAndView("redirect:" + HERE);
    }

    private ModelAndView list(String name, List<Problem> problems) {
        return FormPage.of(
                "operators/orders", new OrdersPage(orders.all(), name, problems), problems);
    }

    private static ModelAndView one(ProfessionalOrder order, List<Problem> problems) {
        return FormPage.of("operators/order", new OrderPage(order, problems), problems);
    }
}
