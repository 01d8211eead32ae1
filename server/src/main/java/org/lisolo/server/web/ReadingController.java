package org.lisolo.server.web;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.platform.LocalPath;
import org.lisolo.server.platform.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.net.URI;

/** How somebody reads: text alone, and pages that they keep on their device. */
@Controller
final class ReadingController {
    /** A plain link, as for the language. */
    @GetMapping("/reading/{mode}")
    ResponseEntity<Void> choose(
            @PathVariable String mode,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        Reading reading =
                Reading.of(mode).orElseThrow(() -> Problem.notFound("web.error.notFound"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, reading.remember(request.isSecure()).toString())
                .location(URI.create(LocalPath.of(back, "/")))
                .build();
    }

    /** What was kept is on the device alone; this page lists it there. */
    @GetMapping("/kept")
    ModelAndView kept() {
        return new ModelAndView("web/kept");
    }

    /**
     * It answers for the whole site, so it stands at its root, and under one name for ever: a
     * browser asks for it again and again to learn of a change.
     */
    @GetMapping("/keep-worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("assets/keep-worker.js"));
    }
}
