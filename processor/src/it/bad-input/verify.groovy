def places = []
new File(basedir, 'src/main/java/consumer/Broken.java').eachLine { line, number ->
    def marker = line =~ $/// error at "(.+)"/$
    if (marker) {
        places << "Broken.java:[$number,${line.indexOf(marker[0][1]) + 1}]".toString()
    }
}
assert places.size() == 3

// Maven says every error twice, the second time in its summary.
def log = new File(basedir, 'build.log').readLines()
def errors = log.findAll { it.startsWith('[ERROR]') && it.contains('.java') }.unique()
def messages = errors.collect { it =~ /(Broken\.java:\[\d+,\d+\]) \[([A-Z]\w+)\] (.+)/ }
assert messages.every { it.find() } : errors
assert messages.collect { it.group(1) }.sort() == places.sort()
assert messages.every { it.group(2) != 'InternalError' }
assert log.findAll { it ==~ /\s*at \S+\(.*\)/ }.empty
