package org.lisolo.server.publishing.links;

import java.net.URI;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the links to an organisation's own pages, so that it sees by which network its
 * readers came: something is added to them, and in a campaign they are short. Other people's links
 * stay as they are; to those that tell it already nothing is added.
 *
 * @param hosts of the organisation's pages, without {@code www.}
 * @param source the network; empty where nothing is to be added
 * @param campaign what it belongs to
 * @param shorts the short ones
 */
public record LinkTags(Set<String> hosts, String source, String campaign, ShortLinks shorts) {
    public static final LinkTags NONE = new LinkTags(Set.of(), "", "");

    public LinkTags {
        hosts = Set.copyOf(hosts);
    }

    /** Without short ones. */
    public LinkTags(Set<String> hosts, String source, String campaign) {
        this(hosts, source, campaign, ShortLinks.NONE);
    }

    /** The same with short ones. */
    public LinkTags shortening(ShortLinks by) {
        return new LinkTags(hosts, source, campaign, by);
    }

    /** The text as it leaves, with its own links tagged, perhaps short. */
    public String on(String text) {
        return hosts.isEmpty() ? text : Links.replaced(text, this::changed);
    }

    /** Where the short links lead that this text gets, by their codes. */
    public Map<String, String> shortened(String text) {
        Map<String, String> leads = new LinkedHashMap<>();
        for (URI address : Links.in(text)) {
            String link = address.toString();
            if (!shorts.base().isEmpty() && isOurs(link) && !shorts.isShort(link)) {
                leads.put(shorts.code(tagged(link)), tagged(link));
            }
        }
        return leads;
    }

    private String changed(String link) {
        return isOurs(link) && !shorts.isShort(link) ? shorts.of(tagged(link)) : link;
    }

    private String tagged(String link) {
        if (source.isEmpty() || link.contains("utm_")) {
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

    private boolean isOurs(String link) {
        return Links.address(link).map(Links::host).filter(this::isOurHost).isPresent();
    }

    private boolean isOurHost(String host) {
        return hosts.stream().anyMatch(ours -> host.equals(ours) || host.endsWith("." + ours));
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
