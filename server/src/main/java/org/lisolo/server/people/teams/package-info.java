/** The pages on which an organisation's administrators look after its teams. */
@NullMarked
package org.lisolo.server.people.teams;

import org.jspecify.annotations.NullMarked;
