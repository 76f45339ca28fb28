package dev.faultline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.function.Predicate;

/**
 * Conditions on what is called, be it by a call or by a method reference, which ArchUnit tells
 * apart.
 */
final class Calls {
  private Calls() {}

  static ArchCondition<JavaClass> callWhere(
      String description, Predicate<CodeUnitAccessTarget> which) {
    return ArchConditions.accessTargetWhere(
        describe(
            description,
            (JavaAccess<?> access) ->
                access.getTarget() instanceof CodeUnitAccessTarget target && which.test(target)));
  }

  static boolean is(CodeUnitAccessTarget target, String owner, String name) {
    return target.getOwner().isAssignableTo(owner) && target.getName().equals(name);
  }

  static boolean takes(CodeUnitAccessTarget target, Class<?> parameter) {
    return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
  }
}
