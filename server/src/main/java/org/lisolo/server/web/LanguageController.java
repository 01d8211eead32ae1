package org.lisolo.server.web;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.net.URI;

/** The language switch: a plain link, so that a page without forms needs no session. */
@Controller
final class LanguageController {
    @GetMapping("/language/{code}")
    ResponseEntity<Void> choose(
            @PathVariable String code,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        Language language =
                Language.of(code).orElseThrow(() -> Problem.notFound("web.error.notFound"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        Languages.remember(language, request.isSecure()).toString())
                .location(URI.create(LocalPath.of(back, "/")))
                .build();
    }
}
