Map<String, Double> run(List<String> command) {
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    output.readLines().collectEntries { line -> def (name, number) = line.split(' '); [name, number as double] }
}

def java = "${System.getProperty('java.home')}/bin/java".toString()
def classPath = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)

assert run([java, '-cp', classPath, 'consumer.Own']) == [
    static: 12d, initialised: 3d, reference: 27d, var: 2d, foreach: 12d, lambda: 15d, record: 48d]
