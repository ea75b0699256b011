package io.github.cotangent.processor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads from a class file how long the bytecode of each method is (The Java Virtual Machine Specification, chapter 4). */
final class CodeLengths {

    private final DataInputStream in;
    private final Map<Integer, String> texts = new HashMap<>();

    private CodeLengths(byte[] classFile) {
        in = new DataInputStream(new ByteArrayInputStream(classFile));
    }

    /** The lengths by the methods' names and descriptors. */
    static Map<String, Integer> of(byte[] classFile) throws IOException {
        return new CodeLengths(classFile).read();
    }

    private Map<String, Integer> read() throws IOException {
        in.skipNBytes(8);
        constants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        members(new HashMap<>());
        Map<String, Integer> lengths = new HashMap<>();
        members(lengths);
        return lengths;
    }

    private void constants() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
    }

    /** Reads the fields, or the methods. */
    private void members(Map<String, Integer> lengths) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            String name = texts.get(in.readUnsignedShort());
            String descriptor = texts.get(in.readUnsignedShort());
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                String attribute = texts.get(in.readUnsignedShort());
                long length = Integer.toUnsignedLong(in.readInt());
                if (attribute.equals("Code")) {
                    in.skipNBytes(4);
                    lengths.put(name + descriptor, in.readInt());
                    length -= 8;
                }
                in.skipNBytes(length);
            }
        }
    }
}
