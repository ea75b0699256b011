package io.github.cotangent.processor.frontend;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * javac behind a processing environment.
 *
 * @param environment the environment as javac made it, not as build tools wrap it
 */
record Javac(ProcessingEnvironment environment, Trees trees) {

    private static final int MOST_WRAPPERS = 10;

    /** Looks for javac; empty if another compiler runs the processor. */
    static Optional<Javac> behind(ProcessingEnvironment environment) {
        ProcessingEnvironment inner = environment;
        for (int i = 0; i < MOST_WRAPPERS && inner != null; i++) {
            try {
                return Optional.of(new Javac(inner, Trees.instance(inner)));
            } catch (IllegalArgumentException wrapped) {
                inner = unwrapped(inner);
            }
        }
        return Optional.empty();
    }

    JavacTask task() {
        return JavacTask.instance(environment);
    }

    /** Gradle keeps the environment in a field; IntelliJ hands it out by a method. */
    private static ProcessingEnvironment unwrapped(ProcessingEnvironment wrapper) {
        return byField(wrapper).or(() -> byJetBrains(wrapper)).orElse(null);
    }

    private static Optional<ProcessingEnvironment> byField(ProcessingEnvironment wrapper) {
        for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField("delegate");
                field.setAccessible(true);
                return Optional.of(field.get(wrapper))
                        .filter(ProcessingEnvironment.class::isInstance)
                        .map(ProcessingEnvironment.class::cast);
            } catch (ReflectiveOperationException | RuntimeException absent) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessingEnvironment> byJetBrains(ProcessingEnvironment wrapper) {
        try {
            Class<?> wrappers = wrapper.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
            Object inner = wrappers.getMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, wrapper);
            return inner == wrapper ? Optional.empty() : Optional.ofNullable((ProcessingEnvironment) inner);
        } catch (ReflectiveOperationException | RuntimeException absent) {
            return Optional.empty();
        }
    }
}
