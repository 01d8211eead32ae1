/**
 * What every page has: layout, languages, access, errors, and the home pages. Controllers of other
 * modules return a view name and one page record; {@link org.lisolo.server.web.Frame} is added
 * here.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "evidence", "people", "people::letters", "message"})
@NullMarked
package org.lisolo.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
