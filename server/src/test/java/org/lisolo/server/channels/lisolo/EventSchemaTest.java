package org.lisolo.server.channels.lisolo;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.format.Deliveries;
import org.lisolo.server.channels.format.Reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema, the examples of the documentation and what we really read agree. */
class EventSchemaTest {
    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text("event.schema.json"), InputFormat.JSON);

    @Test
    void theExamplesOfTheDocumentationAreValidAndUnderstood() throws IOException {
        List<String> examples =
                Files.readAllLines(Path.of("..", "docs", "event-format.md")).stream()
                        .filter(line -> line.startsWith("{\"event\""))
                        .toList();
        assertThat(examples).hasSizeGreaterThan(3).allSatisfy(this::isValidAndUnderstood);
    }

    @Test
    void bothTakeTheSame() {
        String start = "{'event':'create','id':'m','author':{'id':'a'},'text':'";
        for (String json :
                List.of(
                        start + "'}",
                        start + "','language':'und','html':null,'attachments':[]}",
                        start + "','visibility':'organisation','title':'T'}",
                        start + "','attachments':[{'mediaType':'text/plain','bytes':'TQ=='}]}",
                        "{'event':'delete','id':'m','author':{'id':'a'},'text':null}")) {
            isValidAndUnderstood(json.replace('\'', '"'));
        }
    }

    @Test
    void bothRefuseTheSame() {
        String start = "{'event':'create','id':'m','author':{'id':'a'},'text':'";
        for (String json :
                List.of(
                        "{}",
                        "7",
                        "{'event':'create','id':' ','author':{'id':'a'},'text':''}",
                        "{'event':'create','id':7,'author':{'id':'a'},'text':''}",
                        "{'event':'create','id':'m','author':{},'text':''}",
                        "{'event':'create','id':'m','author':{'id':'a'}}",
                        "{'event':'edit','id':'m','author':{'id':'a'},'text':''}",
                        "{'event':'delete','id':'m','author':{'id':'a'},'text':''}",
                        "{'event':'make','id':'m','author':{'id':'a'},'text':''}",
                        start + "','nme':1}",
                        start + "','language':'français!'}",
                        start + "','visibility':'all'}",
                        start + "','happenedAt':'hier'}",
                        start + "','attachments':[{'mediaType':'text/plain'}]}",
                        start + "','attachments':[{'mediaType':'text','url':'x'}]}",
                        start + "x".repeat(500_001) + "'}")) {
            String event = json.replace('\'', '"');
            assertThat(schema.validate(event, InputFormat.JSON))
                    .as(abbreviated(event))
                    .isNotEmpty();
            assertThat(read(event))
                    .as(abbreviated(event))
                    .isInstanceOf(Reading.NotUnderstood.class);
        }
    }

    private void isValidAndUnderstood(String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
        assertThat(read(json)).as(json).isInstanceOf(Reading.Understood.class);
    }

    private static String abbreviated(String json) {
        return json.substring(0, Math.min(json.length(), 100));
    }

    private static Reading read(String json) {
        return new LisoloFormat()
                .read(json.getBytes(StandardCharsets.UTF_8), Deliveries.delivery());
    }

    private static String text(String name) {
        try (InputStream in = LisoloFormat.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
