package org.lisolo.server.demo;

import org.lisolo.server.people.Role;

import java.time.ZoneId;
import java.util.List;

/**
 * The named people of the demo, the tests and the pictures in the docs: whoever meets Grâce in one
 * of them knows her in the others. All are invented, and so is their hospital; no address reaches
 * anybody (example.org, RFC 2606) and no number can be dialled (none in DR Congo begins with +243
 * 0).
 *
 * <p>They live here and not in the testkit because the server that is shipped needs them and must
 * not bring test libraries along; tests of the server use them from here.
 */
public final class Cast {
    public static final Hospital HOSPITAL =
            new Hospital(
                    "Hôpital général de Mbanza (démo)", "Mbanza", ZoneId.of("Africa/Kinshasa"));

    /** Runs the platform for the hospital. */
    public static final Colleague GRACE =
            new Colleague(
                    "Grâce Ilunga", "grace.ilunga@example.org", "+243 000 000 001", Role.ADMIN);

    /** Answers for what may be said and what must be kept. */
    public static final Colleague DIEUDONNE =
            new Colleague(
                    "Dieudonné Kabeya",
                    "dieudonne.kabeya@example.org",
                    "+243 000 000 002",
                    Role.COMPLIANCE);

    /** Writes to the public and takes the cases. */
    public static final Colleague CHANTAL =
            new Colleague(
                    "Chantal Mbuyi",
                    "chantal.mbuyi@example.org",
                    "+243 000 000 003",
                    Role.COMMUNICATOR);

    /** Sees to it that people are kind to each other. */
    public static final Colleague NADINE =
            new Colleague(
                    "Nadine Tshala",
                    "nadine.tshala@example.org",
                    "+243 000 000 005",
                    Role.MODERATOR);

    /** Teaches colleagues to speak in public. */
    public static final Colleague EMMANUEL =
            new Colleague(
                    "Emmanuel Bope", "emmanuel.bope@example.org", "+243 000 000 006", Role.TRAINER);

    /** Reads in the talk what spreads. */
    public static final Colleague PATIENCE =
            new Colleague(
                    "Patience Lumbala",
                    "patience.lumbala@example.org",
                    "+243 000 000 007",
                    Role.EPIDEMIOLOGIST);

    /** A paediatrician whom colleagues ask before they answer. */
    public static final Colleague AIMEE =
            new Colleague(
                    "Aimée Lukusa",
                    "aimee.lukusa@example.org",
                    "+243 000 000 008",
                    Role.PROFESSIONAL);

    /** A physician who follows what is said. */
    public static final Colleague JOSUE =
            new Colleague(
                    "Josué Lokwa", "josue.lokwa@example.org", "+243 000 000 004", Role.READER);

    /** A second organisation, which verifies professionals. */
    public static final String ORDER = "Ordre des professionnels de Mbanza (démo)";

    /** Keeps the register of the order. */
    public static final Colleague HONORE =
            new Colleague(
                    "Honoré Mukendi", "honore.mukendi@example.org", "+243 000 000 009", Role.ADMIN);

    /** A nurse who asked to be verified. */
    public static final Passerby KIMIA = new Passerby("Kimia", "kimia_sante");

    /** A mother who asks questions. */
    public static final Passerby MAMAN_BIJOU = new Passerby("Maman Bijou", "maman_bijou");

    /** Rides a motorcycle taxi, hears everything, repeats it. */
    public static final Passerby WEWA = new Passerby("Wewa ya quartier", "wewa_12");

    /** A student who edits and deletes what he writes. */
    public static final Passerby TSHITSHI = new Passerby("Tshitshi", "tshitshi_k");

    /** Complains of long waits. */
    public static final Passerby PAPA_LEBON = new Passerby("Papa Lebon", "papalebon");

    public static final List<Colleague> COLLEAGUES =
            List.of(GRACE, DIEUDONNE, CHANTAL, NADINE, EMMANUEL, PATIENCE, AIMEE, JOSUE);

    public static final List<Passerby> PUBLIC = List.of(MAMAN_BIJOU, WEWA, TSHITSHI, PAPA_LEBON);

    private Cast() {}

    /**
     * The sample organisation.
     *
     * @param town invented too
     * @param zone in which its times are shown
     */
    public record Hospital(String name, String town, ZoneId zone) {}

    /** Who signs in at the hospital. */
    public record Colleague(String name, String email, String phone, Role role) {}

    /**
     * A member of the public.
     *
     * @param handle as networks name them, without the sign before it
     */
    public record Passerby(String name, String handle) {
        /** With which they sign in by a code, where they are members. */
        public String email() {
            return handle + "@example.org";
        }
    }
}
