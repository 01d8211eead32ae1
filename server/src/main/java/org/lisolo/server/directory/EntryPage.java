package org.lisolo.server.directory;

import org.lisolo.server.people.Badge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The public page of a facility or a professional.
 *
 * @param calling profession and specialities, or the kind of facility
 * @param open whether the doors are open now
 * @param address line by line
 * @param map a link to the place on a map, or empty
 * @param times when and, for a professional, where; in order
 * @param people who works there, with how many more there are
 * @param old whether nobody confirmed all this for half a year
 * @param photo the address of the picture, or empty
 * @param badge who verified the person and until when; or nothing
 */
public record EntryPage(
        String name,
        String otherNames,
        String calling,
        String about,
        String joined,
        String organisation,
        String organisationPath,
        boolean emergency,
        Said doors,
        boolean open,
        List<String> address,
        String directions,
        String map,
        Contact contact,
        List<Times> times,
        List<Named> services,
        List<Condition> conditions,
        List<String> languages,
        String fee,
        List<EntryRow> people,
        long morePeople,
        List<Published> published,
        Instant confirmed,
        boolean old,
        String photo,
        String alt,
        Optional<Badge> badge,
        Head head) {

    /**
     * The hours of a week at a place.
     *
     * @param place name of the facility, or empty for this one
     * @param path of its page, or empty
     */
    public record Times(
            String place,
            String path,
            List<String> address,
            List<String> phones,
            List<Day> days,
            List<Day> special) {}

    /** Days and the hours that hold on them; no hours for closed. */
    public record Day(String days, String hours, String label) {}

    /**
     * A word of our lists in the reader's language, or the organisation's own.
     *
     * @param language of the organisation's own word; empty for one of our lists
     */
    public record Named(String name, String language) {}

    /** What is treated, with WHO's codes where they are sure. */
    public record Condition(String name, String language, String codes) {}

    /** A public message of the organisation's channels. */
    public record Published(String path, String author, String text, String language, Instant at) {}

    /** A number as it is dialled. */
    public String dialled(String phone) {
        return phone.replaceAll("[^+0-9]", "");
    }
}
