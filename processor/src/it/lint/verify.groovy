assert new File(basedir, 'target/classes/consumer/EverythingDerivatives.class').file
assert new File(basedir, 'build.log').readLines().findAll { it.startsWith('[WARNING]') }.empty
