module application {
    requires library;
}
