module consumer {
    requires io.github.cotangent;
}
