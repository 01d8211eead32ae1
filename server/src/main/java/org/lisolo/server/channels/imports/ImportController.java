package org.lisolo.server.channels.imports;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.Reasons;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Handing a file over, and watching it being read. */
@Controller
@RequestMapping(ImportController.PATH)
class ImportController {
    static final String PATH = "/work/import";
    private static final int LONGEST_FILE_NAME = 200;

    private final Imports imports;
    private final Channels channels;
    private final Reasons reasons;

    ImportController(Imports imports, Channels channels, Reasons reasons) {
        this.imports = imports;
        this.channels = channels;
        this.reasons = reasons;
    }

    @GetMapping
    ModelAndView form(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String channel) {
        return page(who, channel, List.of());
    }

    @PostMapping
    ModelAndView start(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.invalid("channels.import.file.missing").atField("file");
            }
            try (InputStream bytes = file.getInputStream()) {
                ImportJob job = imports.start(open(channel, who), fileName(file), bytes, who);
                return new ModelAndView("redirect:" + PATH + "/" + job.id());
            }
        } catch (Problem problem) {
            return page(who, channel, List.of(problem));
        }
    }

    private Channel open(String channel, SignedIn who) {
        return channels.all(who.organisation()).stream()
                .filter(one -> one.retired() == null && one.kind().isFed())
                .filter(one -> one.id().toString().equals(channel))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.invalid("channels.import.channel.missing")
                                        .atField("channel"));
    }

    private static String fileName(MultipartFile file) {
        String name = file.getOriginalFilename();
        String plain = name == null ? "" : name.replaceAll("(?s).*[/\\\\]", "");
        String safe = plain.replaceAll("\\p{Cntrl}|\\p{Cf}", "").strip();
        return safe.substring(0, Math.min(safe.length(), LONGEST_FILE_NAME));
    }

    private ModelAndView page(SignedIn who, String channel, List<Problem> problems) {
        Map<String, String> open = new LinkedHashMap<>();
        channels.all(who.organisation()).stream()
                .filter(one -> one.retired() == null && one.kind().isFed())
                .forEach(one -> open.put(one.id().toString(), one.name()));
        var names = channels.names(who.organisation());
        var files =
                imports.latest(who).stream()
                        .map(
                                job ->
                                        new ImportPage.Row(
                                                PATH + "/" + job.id(),
                                                job.fileName(),
                                                names.getOrDefault(job.channel().toString(), ""),
                                                job.state().name(),
                                                job.created(),
                                                job.progress().line()))
                        .toList();
        return new ModelAndView(
                "channels/import", "page", new ImportPage(open, channel, files, problems));
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        ImportJob job = imports.find(id, who);
        ImportJob.Progress progress = job.progress();
        boolean packed = job.fileName().endsWith(".gz");
        String name = channels.names(who.organisation()).getOrDefault(job.channel().toString(), "");
        var page =
                new ImportOnePage(
                        PATH + "/" + id,
                        job.fileName(),
                        name,
                        job.state().name(),
                        job.state().goesOn(),
                        job.created(),
                        progress.line(),
                        progress.accepted(),
                        progress.known(),
                        progress.ignored(),
                        progress.setAside(),
                        progress.refused(),
                        packed ? -1 : (int) (100 * progress.position() / job.size()),
                        job.failure() == null ? "" : "channels.import.failure." + job.failure());
        return new ModelAndView("channels/import-one", "page", page);
    }

    @GetMapping("/{id}/refused.csv")
    void refused(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        ImportJob job = imports.find(id, who);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("refused-" + id + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        PrintWriter csv = response.getWriter();
        csv.print("line,code,reason\r\n");
        imports.refusals(
                job,
                (line, reason) ->
                        csv.print(
                                line
                                        + ","
                                        + reason.code()
                                        + ",\""
                                        + reasons.say(reason, locale).replace("\"", "\"\"")
                                        + "\"\r\n"));
        csv.flush();
    }
}
