package io.github.cotangent.processor.emit.code;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constant that code refers to by a name, of which it need not write the package.
 *
 * @param className the name of the outermost class
 * @param member the constant, with the nested classes around it
 */
record NamedConstant(String packageName, String className, String member) {

    /** Where the letters tell what is a package and what a class; what is called, {@code RECORD.component()}, is none. */
    private static final Pattern SYMBOL = Pattern.compile("((?:[a-z_]\\w*\\.)*)([A-Z]\\w*)\\.(\\w+(?:\\..*)?)");

    static Optional<NamedConstant> of(String symbol) {
        Matcher parts = SYMBOL.matcher(symbol);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String inPackage = parts.group(1);
        String packageName = inPackage.isEmpty() ? "" : inPackage.substring(0, inPackage.length() - 1);
        return Optional.of(new NamedConstant(packageName, parts.group(2), parts.group(3)));
    }

    /** A constant as it is usually written. */
    static String shortened(String symbol) {
        return of(symbol)
                .map(constant -> constant.className + "." + constant.member)
                .orElse(symbol);
    }

    ClassName owner() {
        return ClassName.get(packageName, className);
    }
}
