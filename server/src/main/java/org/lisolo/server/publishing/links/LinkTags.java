package org.lisolo.server.publishing.links;

import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is added to the links to an organisation's own pages, so that it sees by which network its
 * readers came. Other people's links stay as they are, and so do those that tell it already.
 *
 * @param hosts of the organisation's pages, without {@code www.}
 * @param source the network
 * @param campaign what it belongs to
 */
public record LinkTags(Set<String> hosts, String source, String campaign) {
    public static final LinkTags NONE = new LinkTags(Set.of(), "", "");

    public LinkTags {
        hosts = Set.copyOf(hosts);
    }

    /** The text with its own links tagged. */
    public String on(String text) {
        return hosts.isEmpty() ? text : Links.replaced(text, this::tagged);
    }

    private String tagged(String link) {
        Optional<URI> address = Links.address(link);
        if (address.isEmpty() || !isOurs(Links.host(address.get())) || link.contains("utm_")) {
            return link;
        }
        int hash = link.indexOf('#');
        String page = hash < 0 ? link : link.substring(0, hash);
        String place = hash < 0 ? "" : link.substring(hash);
        return page
                + (page.contains("?") ? "&" : "?")
                + "utm_source="
                + plain(source)
                + "&utm_medium=social&utm_campaign="
                + plain(campaign)
                + place;
    }

    private boolean isOurs(String host) {
        return hosts.stream().anyMatch(ours -> host.equals(ours) || host.endsWith("." + ours));
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
