package io.github.cotangent.demo.fit;

import io.github.cotangent.VectorFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The 27 problems in NIST's order, from easy to hard, and the model that belongs to each. */
final class Catalogue {

    private static final Map<String, Model> MODELS = new LinkedHashMap<>();

    static {
        // Lower level of difficulty
        add("Misra1a", ExponentialModelsDerivatives::saturationFunction);
        add("Chwirut2", ExponentialModelsDerivatives::chwirutFunction);
        add("Chwirut1", ExponentialModelsDerivatives::chwirutFunction);
        add("Lanczos3", ExponentialModelsDerivatives::lanczosFunction);
        add("Gauss1", ExponentialModelsDerivatives::gaussFunction);
        add("Gauss2", ExponentialModelsDerivatives::gaussFunction);
        add("DanWood", MiscellaneousModelsDerivatives::danWoodFunction);
        add("Misra1b", MiscellaneousModelsDerivatives::misra1bFunction);
        // Average level of difficulty
        add("Kirby2", RationalModelsDerivatives::quadraticByQuadraticFunction);
        add("Hahn1", RationalModelsDerivatives::cubicByCubicFunction);
        MODELS.put("Nelson", x -> ExponentialModelsDerivatives.nelsonFunction(x[0], x[1]));
        add("MGH17", ExponentialModelsDerivatives::mgh17Function);
        add("Lanczos1", ExponentialModelsDerivatives::lanczosFunction);
        add("Lanczos2", ExponentialModelsDerivatives::lanczosFunction);
        add("Gauss3", ExponentialModelsDerivatives::gaussFunction);
        add("Misra1c", MiscellaneousModelsDerivatives::misra1cFunction);
        add("Misra1d", MiscellaneousModelsDerivatives::misra1dFunction);
        add("Roszman1", MiscellaneousModelsDerivatives::roszman1Function);
        add("ENSO", MiscellaneousModelsDerivatives::ensoFunction);
        // Higher level of difficulty
        add("MGH09", RationalModelsDerivatives::mgh09Function);
        add("Thurber", RationalModelsDerivatives::cubicByCubicFunction);
        add("BoxBOD", ExponentialModelsDerivatives::saturationFunction);
        add("Rat42", ExponentialModelsDerivatives::rat42Function);
        add("MGH10", ExponentialModelsDerivatives::mgh10Function);
        add("Eckerle4", ExponentialModelsDerivatives::eckerle4Function);
        add("Rat43", ExponentialModelsDerivatives::rat43Function);
        add("Bennett5", MiscellaneousModelsDerivatives::bennett5Function);
    }

    private Catalogue() {}

    private interface OnePredictor {
        VectorFunction at(double[] x);
    }

    private static void add(String name, OnePredictor model) {
        MODELS.put(name, x -> model.at(x[0]));
    }

    /** The names of the problems, as NIST spells them. */
    static Set<String> names() {
        return MODELS.keySet();
    }

    static Model model(String name) {
        return MODELS.get(name);
    }
}
