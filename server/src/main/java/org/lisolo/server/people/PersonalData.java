package org.lisolo.server.people;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A module that keeps something of the people who have accounts: its bean contributes to what a
 * person sees and takes along of their own data. (What people wrote is not an account's: see {@code
 * message.Forgets} and the archive.) Most are a {@link PersonalRows}.
 */
public interface PersonalData {
    /**
     * Everything of one kind.
     *
     * @param heading the key of its words
     * @param name under which it stands in the file that programs read
     * @param rows each a list of fields
     */
    record Section(String heading, String name, List<List<Field>> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One fact.
     *
     * @param label the key of its words
     * @param name under which it stands in the file that programs read
     * @param words the keys of what people read in the value's place; none if that is the value
     * @param vocation whose name people read in the value's place
     */
    record Field(
            String label,
            String name,
            String value,
            List<String> words,
            Optional<Vocation> vocation) {
        public Field {
            words = List.copyOf(words);
        }

        public Field(String label, String name, String value) {
            this(label, name, value, List.of(), Optional.empty());
        }

        public Field(String label, String name, String value, String words) {
            this(label, name, value, List.of(words), Optional.empty());
        }

        public static Field of(String label, String name, Optional<Vocation> vocation) {
            String code = vocation.map(Vocation::code).orElse("");
            return new Field(label, name, code, List.of(), vocation);
        }

        /** The moment, where the value is one. */
        public Optional<Instant> moment() {
            try {
                return value.endsWith("Z") ? Optional.of(Instant.parse(value)) : Optional.empty();
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }
    }

    /** What is kept of this person; sections without rows are left out. */
    List<Section> of(AccountId account);

    /**
     * The columns that refer to an account, whose rows it answers for, as schema.table.column. A
     * test fails on a column that nobody answers for.
     */
    Set<String> columns();

    /** Removes what it keeps of this person, within the transaction of the erasure. */
    default void erase(AccountId account) {}
}
