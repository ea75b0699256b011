Map<String, Double> run(List<String> command) {
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output.readLines().collectEntries { line -> def (name, number) = line.split(' '); [name, number as double] }
}

def java = "${System.getProperty('java.home')}/bin/java".toString()
def modulePath = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)
def printed = run([java, '--module-path', modulePath, '--module', 'consumer/consumer.Main'])
def expected = [
    outer: 4 * Math.PI, inner: -2 * Math.PI,
    xr: Math.cos(0.5), xphi: -2 * Math.sin(0.5), yr: Math.sin(0.5), yphi: 2 * Math.cos(0.5),
    named: 1]

assert printed.keySet() == expected.keySet()
for (name in expected.keySet()) {
    assert Math.abs(printed[name] - expected[name]) < 1e-14 : name
}
