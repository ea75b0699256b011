boolean isJdk25(File home) {
    def release = new File(home, 'release')
    release.file && new File(home, 'include').directory && release.text.contains('JAVA_VERSION="25')
}

def current = new File(System.getProperty('java.home')).canonicalFile
def home = [current, *current.parentFile.listFiles()].find { isJdk25(it) }
if (home == null) {
    // Scripts print to a log that nobody reads; a skipped test must be seen.
    def console = new PrintStream(new FileOutputStream(FileDescriptor.out))
    console.println "[WARNING] No JDK 25 beside ${current}: the project jdk25 is not tested"
    return false
}

def properties = new Properties()
properties.setProperty('jdk25.home', home.path)
new File(basedir, 'jdk25.properties').withWriter { properties.store(it, null) }
return true
