Map<String, Double> run(List<String> command) {
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output.readLines().collectEntries { line -> def (name, number) = line.split(' '); [name, number as double] }
}

def jdk25 = new Properties()
new File(basedir, 'jdk25.properties').withReader { jdk25.load(it) }

def java = "${jdk25['jdk25.home']}/bin/java".toString()
def classPath = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)
def printed = run([java, '-cp', classPath, 'consumer.Main'])
// amount (1 - rate)^3
def expected = [value: 10 * 0.75**3, amount: 0.75**3, rate: -30 * 0.75**2]

assert printed.keySet() == expected.keySet()
for (name in expected.keySet()) {
    assert Math.abs(printed[name] - expected[name]) < 1e-14 : name
}
