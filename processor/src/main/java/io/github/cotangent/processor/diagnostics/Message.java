package io.github.cotangent.processor.diagnostics;

/**
 * Everything that the processor has to say to the user. A template says what is wrong in the user's words and, after the
 * semicolon, what to write instead; {@code %s} takes the arguments in their order.
 */
public enum Message {
    // The declaration of the method.
    NotStatic("%s is an instance method; declare it static and pass the object's values as parameters"),
    PrivateMethod("%s is private, so its derivatives could not be called; make it package-private or more"),
    PrivateClass("class %s is private, so its companion could not refer to it; make it package-private or more"),
    GenericMethod("%s has type parameters; write it for double or double[]"),
    NoBody("%s has no body to differentiate; annotate a method that is implemented in Java"),
    ResultType(
            "the result type %s is not supported; return double, float, an array of them or a record that holds some,"
                    + " or write to an @Output array"),
    NoResult("%s returns nothing and has no @Output parameter; return a value, or mark the array that it writes to as"
            + " @Output"),
    ParameterType("a parameter of type %s is not supported; use numbers, booleans, arrays of them, records, enums and"
            + " text"),
    RecordWithCode(
            "derivatives by a record, and of one, are records too, so %s must not have a constructor, accessors or"
                    + " float[] of its own, and has to be of this file or passed to an annotated method of its own class; pass"
                    + " and return its components"),
    OutputType("@Output %s is no array that derivatives could be of, but %s; use double[], float[] or arrays of them"),
    OutputBesideResult("%s returns a value and has an @Output parameter as well; make it void with one more @Output"),
    ConstantOutput("%s is both @Output and @Constant; remove one of the two"),
    NoDifferentiableParameter("%s has no parameter to differentiate by; give it one of type double, float or an array"
            + " of them that is not @Constant or @Output"),
    MisplacedConstant("@Constant has no meaning here; write it on a parameter of a @Differentiable method"),
    MisplacedOutput("@Output has no meaning here; write it on a parameter of a @Differentiable method"),
    MisplacedDifferentiable(
            "on a class, @Differentiable means nothing but the rules that it names; annotate the methods of" + " %s"),
    OrderUnsupported("derivatives of order %s are not supported; set order to 1 or 2"),
    WorkspaceOfArray(
            "%s returns an array, and so makes a new one with each call anyway; remove workspace, or make it void"
                    + " with an @Output array"),
    InvalidName("'%s' is not a Java identifier; choose a name that can begin a method's name"),
    OverloadNeedsName("several @Differentiable methods are called %s; tell their derivatives apart by"
            + " @Differentiable(name = \"...\")"),
    NameClash("the derivatives of %s and of %s would both define %s; rename one by @Differentiable(name = \"...\")"),

    // Statements.
    TryStatement("try is not supported; compute without exceptions, and catch them in the caller"),
    ThrowStatement("only a new exception can be thrown; write throw new, with numbers and text in parentheses"),
    CheckedException("%s is a checked exception, which no derivative declares; throw an unchecked one, such as"
            + " IllegalArgumentException"),
    HiddenException("%s or its constructor is not visible to the generated code; make them package-private or more,"
            + " or throw an exception of java.lang"),
    ExceptionText("this text cannot be made again by the generated code; write literals, and add numbers by +"),
    AssertStatement("this assertion changes something, so the method would depend on the JVM's option -ea; assign"
            + " before it"),
    InputOutput("%s reads or writes, which the derivatives would do again; print in the caller"),
    SynchronizedStatement("synchronized is not supported; a differentiated method shares no state"),
    LocalClass("a class inside a method is not supported; declare a record beside the method, or use local variables"),
    EndlessLoop("nothing ends this loop; give it a condition, or leave it by break, return or throw"),

    // Expressions.
    Lambda("lambdas and method references are not supported; call a static method of this class"),
    ObjectCreation("creating objects is not supported; use numbers, arrays and records of them"),
    RecordElsewhere("%s is a record of another source file, whose constructor cannot be looked into; declare the record"
            + " in this file, or an annotated method that takes or returns it in its own class"),
    RecordComparison("comparing records is not supported; compare their components"),
    Stream("%s belongs to a stream, which is not supported; write a loop"),
    InstanceOf("instanceof is not supported; use numbers and arrays"),
    TextValue("text is no more than a constant that can be compared; compute with numbers"),
    NullValue("null is not supported; arrays and records here always exist"),
    InstanceMember("%s belongs to an object; use parameters and static methods"),
    UnsupportedType("the type %s is not supported; use double, float, int, long, short, byte, char, boolean,"
            + " arrays of these, records, enums or text"),
    MixedArms(
            "the arms of this have different types, and the type that they come to have is not known; cast them to one"),
    UnsupportedSyntax("this is not supported in a differentiated method; use arithmetic, if, loops and static methods"),

    // Arrays.
    ParameterWrite("%s is a parameter's array, which must not change; write to a copy made by clone(), or to an"
            + " @Output array of a void method"),
    OutputRow("a row of the output %s is replaced by another array; write to the elements of the row that is there"),
    ParameterReturned("the result is the array of parameter %s itself; return %s.clone()"),

    OutputShared(
            "%s may be, or share rows with, another array that %s is given; pass a new array, or a copy of the other"),

    // Fields.
    FieldWrite("the field %s is assigned; keep the value in a local variable"),
    MutableField("%s is not final, so it has no fixed value; make it final, or pass it as a parameter"),
    ArrayField("%s is an array of constants, which must not change; use a copy made by clone()"),
    HiddenConstant(
            "%s cannot be named by generated code; make it and the classes around it package-private or more, and"
                    + " declare them in this class or in files of their own"),
    UnknownConstant("the value of %s is not known at compile time; pass it as a @Constant parameter"),

    // Calls.
    CallElsewhere("%s is a method of another source file and has no derivatives; %s"),
    CompanionMissing("%s is annotated, but its class %s was compiled without its derivatives; compile it with the"
            + " annotation processor"),
    InaccessibleMethod(
            "the derivatives of this method could not refer to %s; make it package-private or more, and in another"
                    + " package public, and its class as well"),
    HiddenClass("in the derivatives the parameter %s would hide the class of the same name, which %s needs; rename the"
            + " parameter"),
    CalleeRecord(
            "%s calls itself and returns a record, which only derivatives of annotated methods do; annotate it with"
                    + " @Differentiable, or return the components in an array"),
    RecursiveCall(
            "%s calls itself, and takes or returns something that is not passed on to derivatives; write it as a loop,"
                    + " or let it take and return numbers and arrays"),
    OrderOfCallee("there are no second derivatives of %s; give it order = 2, or leave the order at 1 here"),

    MissingRule("a derivative of %s is missing here; write in this class\n%s"),
    RuleOrder("second derivatives need the derivative of the rule %s; annotate it with @Differentiable as well"),
    RuleAccess("the rule %s could not be called by derivatives; make it static, and package-private or more"),
    RuleTarget("%s has no static method %s of numbers and arrays of them; correct the type or the name"),
    RuleParameter("parameter number %s of %s is no double or float; name one that is, counting from 0"),
    RuleSignature("this is not the signature of a derivative of %s; write\n%s"),

    InliningLimit("calls are nested too deep, or make the method too long; make the methods shorter"),
    UncallableMethod("%s cannot be part of a differentiated method; call a static method with a body, without type"
            + " parameters"),
    RandomNumber("a random number has no derivative; draw it in the caller and pass it as a parameter"),
    UnknownMathMethod("%s has no known derivative; express it by other methods of Math"),

    // The surroundings.
    NeedsJavac(
            "derivatives can only be generated by javac, this is %s; compile with javac, or Maven or Gradle on a JDK"),
    CompanionExists("the class %s exists already; rename it, or the class with the @Differentiable method"),
    CompanionUnwritable(
            "the class %s could not be written: %s; make room for generated sources, or look at javac's -s"),
    NotUnderstood("the names or types of this method are clear to javac but not to Cotangent; please report this, and"
            + " write types and qualified names out"),
    AttributionMismatch("javac says '%s' where Cotangent took '%s'; please report this, and write the expression in a"
            + " simpler way"),
    InternalError("Cotangent itself failed on %s; please report this with the lines below\n%s");

    private final String template;

    Message(String template) {
        this.template = template;
    }

    /** The message's name, under which it is documented. */
    public String id() {
        return name();
    }

    public String text(Object... arguments) {
        return "[" + id() + "] " + template.formatted(arguments);
    }
}
