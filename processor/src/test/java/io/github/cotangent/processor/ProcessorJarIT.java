package io.github.cotangent.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** The jar that users put on their processor path: complete, and nothing in it can clash with a library of theirs. */
class ProcessorJarIT {

    private static final String PROCESSOR = "io.github.cotangent.processor.DifferentiableProcessor";
    private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";
    private static final String INCREMENTAL = "META-INF/gradle/incremental.annotation.processors";

    private final Path jar = Path.of(System.getProperty("processor.jar"));
    private final Path pom = Path.of(System.getProperty("processor.pom"));

    @Test
    void everyClassIsInThePackageOfTheProcessor() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).startsWith("io/github/cotangent/processor/"));
    }

    @Test
    void everyOtherEntryIsKnown() throws IOException {
        assertThat(entries())
                .filteredOn(name -> !name.endsWith(".class"))
                .containsExactlyInAnyOrder("META-INF/MANIFEST.MF", "META-INF/LICENSE", SERVICE, INCREMENTAL);
    }

    @Test
    void theProcessorIsRegistered() throws IOException {
        assertThat(lines(SERVICE)).containsExactly(PROCESSOR);
        assertThat(lines(INCREMENTAL)).containsExactly(PROCESSOR + ",isolating");
    }

    @Test
    void theProcessorLoadsWithNothingBesideTheJar() throws IOException {
        URL[] path = {jar.toUri().toURL()};
        try (URLClassLoader alone = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            assertThat(ServiceLoader.load(Processor.class, alone))
                    .filteredOn(processor -> processor.getClass().getClassLoader() == alone)
                    .hasSize(1);
        }
    }

    @Test
    void thePomHasNoDependencies() throws IOException {
        assertThat(Files.readString(pom))
                .contains("<artifactId>cotangent-processor</artifactId>")
                .doesNotContain("<dependency>", "<parent>");
    }

    private List<String> entries() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private List<String> lines(String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String text = new String(file.getInputStream(file.getEntry(entry)).readAllBytes(), UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
