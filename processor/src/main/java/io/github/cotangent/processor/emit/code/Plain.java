package io.github.cotangent.processor.emit.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement without what may differ between the user's and the generated one: spaces, the names of packages and of Math, the
 * form of numbers, {@code x += y} for {@code x = x + y}. Every generated line is looked at, hence the scanning by hand.
 *
 * @param value the text without what it is assigned to
 */
record Plain(String text, String value) {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)[dDfFlL]?(?!\\w)");
    private static final Pattern UPDATE = Pattern.compile("^(\\w+(?:\\[.*])?)([-+*/])=");
    private static final Pattern TARGET =
            Pattern.compile("^(return|(double|float|long|int|boolean)?(\\[])?\\w+=(?!=))");

    static Plain of(String text) {
        String plain = updated(numbered(bare(text.strip())));
        Matcher target = TARGET.matcher(plain);
        return new Plain(plain, target.lookingAt() ? plain.substring(target.end()) : plain);
    }

    boolean looksLike(Plain other) {
        return text.equals(other.text) || value.equals(other.value);
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        int end = text.endsWith(";") || text.endsWith("{") ? text.length() - 1 : text.length();
        for (int i = 0; i < end; ) {
            int noise = noise(text, i);
            if (noise == 0) {
                bare.append(text.charAt(i));
            }
            i += Math.max(1, noise);
        }
        return bare.toString();
    }

    /** How much of a text is to be left out at a place. */
    private static int noise(String text, int start) {
        return switch (text.charAt(start)) {
            case ' ', '\t', '\n', '\r', '\f', '\u000B' -> 1;
            case 'j' -> length("java.lang.", text, start);
            case 'M' -> isInWord(text, start) ? 0 : length("Math.", text, start);
            case 'S' -> isInWord(text, start) ? 0 : length("StrictMath.", text, start);
            default -> 0;
        };
    }

    private static int length(String name, String text, int start) {
        return text.startsWith(name, start) ? name.length() : 0;
    }

    private static boolean isInWord(String text, int place) {
        return place > 0 && isWord(text.charAt(place - 1));
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String numbered(String bare) {
        StringBuilder text = new StringBuilder();
        int end = 0;
        Matcher number = null;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            boolean mayBegin = (c >= '0' && c <= '9' || c == '.')
                    && (i == 0 || !isWord(bare.charAt(i - 1)) && bare.charAt(i - 1) != '.');
            if (mayBegin) {
                number = number == null ? NUMBER.matcher(bare).useTransparentBounds(true) : number;
                if (number.region(i, bare.length()).lookingAt()) {
                    text.append(bare, end, i).append(Double.parseDouble(number.group(1)));
                    end = number.end();
                    i = end - 1;
                }
            }
        }
        return end == 0 ? bare : text.append(bare, end, bare.length()).toString();
    }

    private static String updated(String text) {
        boolean mayUpdate = text.contains("+=") || text.contains("-=") || text.contains("*=") || text.contains("/=");
        return mayUpdate ? UPDATE.matcher(text).replaceFirst("$1=$1$2") : text;
    }
}
