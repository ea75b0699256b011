Map<String, Double> run(List<String> command) {
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output.readLines().collectEntries { line -> def (name, number) = line.split(' '); [name, number as double] }
}

def java = "${System.getProperty('java.home')}/bin/java".toString()
def classPath = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)
def printed = run([java, '-cp', classPath, 'consumer.Main'])
def expected = [
    value: 3 * 4 + Math.sin(3), x1: 4 + Math.cos(3), x2: 3, forward1: 4 + Math.cos(3), forward2: 3]

assert printed.keySet() == expected.keySet()
for (name in expected.keySet()) {
    assert Math.abs(printed[name] - expected[name]) < 1e-14 : name
}
