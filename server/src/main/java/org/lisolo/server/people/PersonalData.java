package org.lisolo.server.people;

import java.util.List;

/**
 * A module that keeps something of the people who have accounts: its bean contributes to what a
 * person sees and takes along of their own data. (What people wrote is not an account's: see {@code
 * message.Forgets} and the archive.)
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
     */
    record Field(String label, String name, String value) {}

    /** What is kept of this person; without rows if nothing. */
    Section of(AccountId account);

    /** Removes what it keeps of this person, within the transaction of the erasure. */
    default void erase(AccountId account) {}
}
