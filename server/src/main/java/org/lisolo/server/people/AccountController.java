package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;

@Controller
class AccountController {
    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/account")
    ModelAndView account(@AuthenticationPrincipal SignedIn who) {
        return page(who, List.of());
    }

    @PostMapping("/account")
    ModelAndView changePassword(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            accounts.changePassword(who, old, password, request.getSession().getId());
        } catch (Problem problem) {
            ModelAndView again = page(who, List.of(problem));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        redirect.addFlashAttribute("notice", Notice.of("people.password.changed"));
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView page(SignedIn who, List<Problem> problems) {
        return new ModelAndView(
                "people/account", "page", new AccountPage(accounts.email(who.account()), problems));
    }
}
