package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.transform.Pass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanionsTest {

    private static final List<Candidate> CANDIDATES = List.of(Candidate.GENERATED, Candidate.JVP_GENERATED);

    @TempDir
    private static Path directory;

    private static Companions all;

    @BeforeAll
    static void compile() throws IOException {
        all = Companions.compile(EnumSet.allOf(Instance.class), Optional.empty(), directory.resolve("all"));
    }

    @ParameterizedTest
    @EnumSource
    void haveTheMembersThatProblemsCall(Instance instance) throws IOException {
        String derivative = instance == Instance.BA ? "Jacobian(" : "Vjp(";
        assertThat(all.members(instance).text(Candidate.GENERATED)).contains(derivative);
        assertThat(all.members(instance).text(Candidate.JVP_GENERATED)).contains("Jvp(");
    }

    @Test
    void areTheSameEachTime() throws IOException {
        Companions again = Companions.compile(Set.of(Instance.GMM_D2_K5), Optional.empty(), directory.resolve("again"));
        for (Candidate candidate : CANDIDATES) {
            assertThat(again.members(Instance.GMM_D2_K5).text(candidate))
                    .isEqualTo(all.members(Instance.GMM_D2_K5).text(candidate));
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNoLessRightWithoutAPass(Pass pass) throws Exception {
        Companions without = without(pass, EnumSet.allOf(Instance.class));
        for (Instance instance :
                EnumSet.complementOf(EnumSet.of(Instance.GMM_D10_K25, Instance.GMM_D20_K50, Instance.GMM_D64_K25))) {
            for (Candidate candidate : CANDIDATES) {
                if (differ(without, instance, candidate)) {
                    Race.contestant(instance.name(), candidate.name(), without.directory());
                }
            }
        }
    }

    @Test
    void differWhereThePassCounts() throws IOException {
        Companions without = without(Pass.ROWS, Set.of(Instance.BA, Instance.ROSENBROCK));
        assertThat(differ(without, Instance.BA, Candidate.GENERATED)).isTrue();
        assertThat(differ(without, Instance.BA, Candidate.JVP_GENERATED)).isFalse();
        assertThat(differ(without, Instance.ROSENBROCK, Candidate.GENERATED)).isFalse();
    }

    private static Companions without(Pass pass, Set<Instance> instances) throws IOException {
        return Companions.compile(instances, Optional.of(pass), Files.createTempDirectory(directory, "without"));
    }

    private static boolean differ(Companions without, Instance instance, Candidate candidate) throws IOException {
        return !without.members(instance)
                .text(candidate)
                .equals(all.members(instance).text(candidate));
    }

    @Test
    void raceAsTheyWereCompiledAndNotAsTheyArePacked() throws Exception {
        Path empty = directory.resolve("empty");
        assertThat(Race.contestant("NETWORK", "GENERATED", all.directory()).getAsDouble())
                .isEqualTo(Race.contestant("NETWORK", "GENERATED", empty).getAsDouble());
        assertThat(Race.loader(all.directory())
                        .loadClass("io.github.cotangent.benchmark.network.NetworkDerivatives")
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation())
                .isEqualTo(all.directory().toUri().toURL());
    }
}
