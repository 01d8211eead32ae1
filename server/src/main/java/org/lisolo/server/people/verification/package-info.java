/** How it is found out that somebody is the health professional they say, and for how long. */
@NullMarked
package org.lisolo.server.people.verification;

import org.jspecify.annotations.NullMarked;
