/** Members of the public: they sign up with a pseudonym and are known by nothing else. */
@NullMarked
package org.lisolo.server.people.members;

import org.jspecify.annotations.NullMarked;
