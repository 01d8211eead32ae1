/**
 * A person's rights over their own data: to see, correct, take along, erase, restrict and object,
 * each request with the clock of the law.
 */
@NullMarked
package org.lisolo.server.people.rights;

import org.jspecify.annotations.NullMarked;
