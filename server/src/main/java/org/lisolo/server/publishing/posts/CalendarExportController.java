package org.lisolo.server.publishing.posts;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CsvWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The days that are looked at, to take along; the table can be taken in again. */
@Controller
class CalendarExportController {
    private static final JsonMapper JSON = new JsonMapper();

    private final PostStore store;
    private final AuditTrail trail;
    private final Clock clock;

    CalendarExportController(PostStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/work/calendar.csv")
    ResponseEntity<byte[]> csv(
            @AuthenticationPrincipal SignedIn who, @RequestParam Map<String, String> asked)
            throws IOException {
        CalendarView view = view(who, asked);
        StringWriter table = new StringWriter();
        try (CsvWriter csv = new CsvWriter(table)) {
            csv.row(
                    List.of(
                            "day",
                            "time",
                            "zone",
                            "state",
                            "language",
                            "topic",
                            "title",
                            "text",
                            "brief",
                            "sources",
                            "post"));
            for (Post post : posts(who, view)) {
                csv.row(List.copyOf(cells(post, view.zone()).values()));
            }
        }
        return answer("text/csv", "lisolo-calendar.csv", table.toString());
    }

    @GetMapping("/work/calendar.json")
    ResponseEntity<byte[]> json(
            @AuthenticationPrincipal SignedIn who, @RequestParam Map<String, String> asked) {
        CalendarView view = view(who, asked);
        List<Map<String, String>> posts =
                posts(who, view).stream().map(post -> cells(post, view.zone())).toList();
        return answer("application/json", "lisolo-calendar.json", JSON.writeValueAsString(posts));
    }

    private CalendarView view(SignedIn who, Map<String, String> asked) {
        ZoneId zone = CalendarView.zone(who.zone(), asked.getOrDefault("zone", ""));
        return CalendarView.of(
                asked.getOrDefault("view", ""),
                asked.getOrDefault("day", ""),
                who.zone(),
                zone,
                LocalDate.ofInstant(clock.instant(), zone));
    }

    private List<Post> posts(SignedIn who, CalendarView view) {
        List<Post> posts =
                store.between(
                        who.organisation(),
                        view.first().atStartOfDay(view.zone()).toInstant(),
                        view.end().atStartOfDay(view.zone()).toInstant(),
                        CalendarController.MOST);
        trail.about("posts", posts.stream().map(Post::id).toList());
        return posts;
    }

    private static Map<String, String> cells(Post post, ZoneId zone) {
        ZonedDateTime then = post.when().atZone(zone);
        PostContent content = post.content();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("day", then.toLocalDate().toString());
        cells.put("time", CalendarPages.clock(post.when(), zone));
        cells.put("zone", zone.getId());
        cells.put("state", post.state().key());
        cells.put("language", content.language());
        cells.put("topic", content.topic().key());
        cells.put("title", content.title());
        cells.put("text", content.text());
        cells.put("brief", content.brief());
        cells.put("sources", content.sources());
        cells.put("post", post.id().toString());
        return cells;
    }

    private static ResponseEntity<byte[]> answer(String type, String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
