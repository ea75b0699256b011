Map<String, Double> run(List<String> command) {
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output.readLines().collectEntries { line -> def (name, number) = line.split(' '); [name, number as double] }
}

def java = "${System.getProperty('java.home')}/bin/java".toString()
def modulePath = [
    new File(basedir, 'library/target/classes'), new File(basedir, 'application/target/classes'), runtime
].join(File.pathSeparator)
def printed = run([java, '--module-path', modulePath, '--module', 'application/application.Main'])
// 2x^3 at 3; a * b^2 * scale^2 at (2, 3, 5); 12 + (q + 2h)^3 at (1, 1); q p^2 + q^3 at (1, 2)
def expected = [first: 54, second: 36, x1: 2 * 2 * 3 * 25, scale: 2 * 9 * 2 * 5, orbit: 54, energy: 4]

assert printed.keySet() == expected.keySet()
for (name in expected.keySet()) {
    assert Math.abs(printed[name] - expected[name]) < 1e-12 : name
}
