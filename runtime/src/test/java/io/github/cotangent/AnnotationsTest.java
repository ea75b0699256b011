package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @Test
    void annotationsStayInClassFilesForOtherCompilations() {
        assertThat(List.of(Differentiable.class, Constant.class, DerivativeOf.class, JvpOf.class, VjpOf.class))
                .allSatisfy(annotation -> assertThat(
                                annotation.getAnnotation(Retention.class).value())
                        .isEqualTo(RetentionPolicy.CLASS));
    }

    @Test
    void annotationsGoWhereTheyMeanSomething() {
        assertThat(Differentiable.class.getAnnotation(Target.class).value())
                .containsExactly(ElementType.METHOD, ElementType.TYPE);
        assertThat(DerivativeOf.class.getAnnotation(Target.class).value()).containsExactly(ElementType.METHOD);
        assertThat(JvpOf.class.getAnnotation(Target.class).value()).containsExactly(ElementType.METHOD);
        assertThat(VjpOf.class.getAnnotation(Target.class).value()).containsExactly(ElementType.METHOD);
        assertThat(Constant.class.getAnnotation(Target.class).value()).containsExactly(ElementType.PARAMETER);
    }

    @Test
    void defaultsAreFirstOrderAndTheNameOfTheMethod() throws NoSuchMethodException {
        assertThat(Differentiable.class.getMethod("order").getDefaultValue()).isEqualTo(1);
        assertThat(Differentiable.class.getMethod("name").getDefaultValue()).isEqualTo("");
    }
}
