package groupwatch.media.inspect;

import groupwatch.media.child.OwnFolder;
import groupwatch.media.text.ReadDocuments;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What looks into files, and what it needs to do so. */
@Configuration(proxyBeanMethods = false)
class InspectConfiguration {

    @Bean
    ReadDocuments readDocuments(InspectSettings settings) throws IOException {
        return new ReadDocuments(settings.documents(), temporary());
    }

    @Bean
    InspectFiles inspectFiles(InspectSettings settings, ReadDocuments documents) throws IOException {
        Ffmpeg ffmpeg = new Ffmpeg(new FfmpegFolder(settings.ffmpeg(), temporary()), settings);
        Drawing drawing = new Drawing(ffmpeg, settings);
        return new InspectFiles(
                new TrueType(),
                new Footage(ffmpeg, drawing, JsonMapper.builder().build()),
                new MovingWebp(drawing),
                new Papers(documents, settings),
                settings.atOnce());
    }

    private static Path temporary() throws IOException {
        return OwnFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
    }
}
