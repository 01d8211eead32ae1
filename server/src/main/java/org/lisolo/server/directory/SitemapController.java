package org.lisolo.server.directory;

import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What search engines may read: the public entries, in parts (sitemaps.org, at most 50,000 each).
 */
@Controller
class SitemapController {
    private static final int PART = 20_000;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final ListingStore listings;
    private final CanonicalAddress addresses;

    SitemapController(ListingStore listings, CanonicalAddress addresses) {
        this.listings = listings;
        this.addresses = addresses;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index() {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<sitemapindex xmlns=\"").append(SPACE).append("\">\n");
        long parts = Math.max(1, (listings.count() + PART - 1) / PART);
        for (long part = 0; part < parts; part++) {
            xml.append("<sitemap><loc>")
                    .append(addresses.of(DirectoryForm.PATH + "/sitemap/" + part))
                    .append("</loc></sitemap>\n");
        }
        return xml(xml.append("</sitemapindex>\n"));
    }

    @GetMapping(DirectoryForm.PATH + "/sitemap/{part}")
    ResponseEntity<byte[]> part(@PathVariable int part) {
        if (part < 0 || part > 10_000) {
            throw Problem.notFound("directory.problem.unknown");
        }
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<urlset xmlns=\"").append(SPACE).append("\">\n");
        for (ListingStore.Listed one : listings.part(part, PART)) {
            xml.append("<url><loc>")
                    .append(
                            addresses.of(
                                    DirectoryForm.PATH
                                            + "/"
                                            + one.kind().path()
                                            + "/"
                                            + one.entry()))
                    .append("</loc><lastmod>")
                    .append(one.changed().toString(), 0, 10)
                    .append("</lastmod></url>\n");
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
