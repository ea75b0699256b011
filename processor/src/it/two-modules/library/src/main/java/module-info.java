module library {
    requires transitive io.github.cotangent;

    exports library;
}
