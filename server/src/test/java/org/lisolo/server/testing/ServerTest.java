package org.lisolo.server.testing;

import org.lisolo.server.people.QuickPasswords;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of the whole application on a real port ({@code @LocalServerPort int port}), with a
 * freshly migrated database and an empty data folder, without the demo. Classes with this
 * annotation and nothing more share one running application and its database: a test makes what it
 * looks at and does not count on an empty table. One that needs a database to itself adds
 * {@code @DirtiesContext}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "lisolo.demo=false")
@Import({Postbox.class, FakeNetwork.class, QuickPasswords.class})
@ContextConfiguration(initializers = FreshServer.class)
public @interface ServerTest {}
