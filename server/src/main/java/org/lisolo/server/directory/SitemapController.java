package org.lisolo.server.directory;

import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.SitemapPart;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What search engines may read: the public entries and what other modules add, in parts
 * (sitemaps.org, at most 50,000 each).
 */
@Controller
class SitemapController {
    private static final int PART = 20_000;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final ListingStore listings;
    private final List<SitemapPart> others;
    private final CanonicalAddress addresses;

    SitemapController(ListingStore listings, List<SitemapPart> others, CanonicalAddress addresses) {
        this.listings = listings;
        this.others = List.copyOf(others);
        this.addresses = addresses;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index() {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<sitemapindex xmlns=\"").append(SPACE).append("\">\n");
        files(xml, DirectoryForm.PATH + "/sitemap/", listings.count());
        others.forEach(one -> files(xml, "/sitemap/" + one.name() + "/", one.count()));
        return xml(xml.append("</sitemapindex>\n"));
    }

    private void files(StringBuilder xml, String path, long pages) {
        long parts = Math.max(1, (pages + PART - 1) / PART);
        for (long part = 0; part < parts; part++) {
            xml.append("<sitemap><loc>")
                    .append(addresses.of(path + part))
                    .append("</loc></sitemap>\n");
        }
    }

    /** The pages of another module. */
    @GetMapping("/sitemap/{name}/{part}")
    ResponseEntity<byte[]> part(@PathVariable String name, @PathVariable int part) {
        SitemapPart pages =
                others.stream()
                        .filter(one -> one.name().equals(name) && part >= 0 && part <= 10_000)
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("directory.problem.unknown"));
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<urlset xmlns=\"").append(SPACE).append("\">\n");
        for (SitemapPart.Page one : pages.pages((long) part * PART, PART)) {
            url(xml, one.path(), one.changed());
        }
        return xml(xml.append("</urlset>\n"));
    }

    private void url(StringBuilder xml, String path, Instant changed) {
        xml.append("<url><loc>")
                .append(addresses.of(path))
                .append("</loc><lastmod>")
                .append(changed.toString(), 0, 10)
                .append("</lastmod></url>\n");
    }

    @GetMapping(DirectoryForm.PATH + "/sitemap/{part}")
    ResponseEntity<byte[]> part(@PathVariable int part) {
        if (part < 0 || part > 10_000) {
            throw Problem.notFound("directory.problem.unknown");
        }
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<urlset xmlns=\"").append(SPACE).append("\">\n");
        for (ListingStore.Listed one : listings.part(part, PART)) {
            url(
                    xml,
                    DirectoryForm.PATH + "/" + one.kind().path() + "/" + one.entry(),
                    one.changed());
        }
        return xml(xml.append("</urlset>\n"));
    }

    private static ResponseEntity<byte[]> xml(StringBuilder text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
