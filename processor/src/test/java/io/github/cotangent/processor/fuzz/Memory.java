package io.github.cotangent.processor.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Keeps what a compilation writes, in memory. */
final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {

    /** Opens the jars of the class path once. */
    private static final StandardJavaFileManager CLASS_PATH =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    Memory() {
        super(CLASS_PATH);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (kind == JavaFileObject.Kind.CLASS) {
            classes.put(className, bytes);
        }
        return new SimpleJavaFileObject(uri, kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
        };
    }

    /** Loads what was compiled. */
    ClassLoader loader() {
        return new ClassLoader(Memory.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
    }
}
