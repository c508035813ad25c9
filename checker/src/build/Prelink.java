// SPDX-License-Identifier: Apache-2.0

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Does once, in the jars that are named, what Java would do at each start. Run by the launcher after a build, on a JDK
 * from 24 on.
 *
 * <ul>
 *   <li>A switch over types makes a class of its own the first time that it is met (SwitchBootstraps), some 200 of them
 *       in a check, at about a millisecond each. Here each gets a method that does the same: the first label, from that
 *       index on, whose class the value is of.
 *   <li>Java keeps no class in its cache whose file is of a format before Java 6, as it is verified in the old way, with
 *       other classes at hand. Those of the command line's library are. They get a later format, with stack maps.
 * </ul>
 *
 * What does not pass Java's own verification afterwards stays as it was.
 */
final class Prelink {
  private static final int FIRST_WITH_STACK_MAPS = 50;
  private static final int JAVA_8 = 52;
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final String TYPE_SWITCH = "typeSwitch";
  private static final MethodTypeDesc INDEX_OF =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);

  private final Map<String, byte[]> classes;
  private final ClassFile files;

  private Prelink(Map<String, byte[]> classes) {
    this.classes = classes;
    ClassHierarchyResolver ours = ClassHierarchyResolver.ofResourceParsing(this::content);
    this.files =
        ClassFile.of(
            StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
            ClassHierarchyResolverOption.of(ours.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  public static void main(String[] jars) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    for (String jar : jars) {
      try (FileSystem content = FileSystems.newFileSystem(Path.of(jar))) {
        for (Path file : classFiles(content)) {
          classes.put(file.toString(), Files.readAllBytes(file));
        }
      }
    }
    Prelink prelink = new Prelink(classes);
    for (String jar : jars) {
      try (FileSystem content = FileSystems.newFileSystem(Path.of(jar))) {
        for (Path file : classFiles(content)) {
          prelink.rewrite(file);
        }
      }
    }
  }

  private static List<Path> classFiles(FileSystem jar) throws IOException {
    try (Stream<Path> files = Files.walk(jar.getPath("/"))) {
      return files.filter(f -> f.toString().endsWith(".class") && !f.startsWith("/META-INF")).toList();
    }
  }

  private ByteArrayInputStream content(ClassDesc type) {
    String name = type.descriptorString();
    byte[] content = classes.get("/" + name.substring(1, name.length() - 1) + ".class");
    return content == null ? null : new ByteArrayInputStream(content);
  }

  private void rewrite(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    try {
      ClassModel model = files.parse(before);
      byte[] after;
      if (model.majorVersion() < FIRST_WITH_STACK_MAPS) {
        after = files.withOptions(StackMapsOption.GENERATE_STACK_MAPS).transformClass(model, later());
      } else if (switches(model)) {
        after = files.transformClass(model, withoutTypeSwitches(model));
      } else {
        return;
      }
      if (files.verify(after).isEmpty()) {
        Files.write(file, after);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(file + " stays as it is: " + e.getMessage());
    }
  }

  private static ClassTransform later() {
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(JAVA_8, 0);
          } else {
            builder.with(element);
          }
        };
    // Code that nothing is done to would be copied without the maps.
    return version.andThen(ClassTransform.transformingMethodBodies(CodeBuilder::with));
  }

  private static boolean switches(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .anyMatch(e -> e instanceof Utf8Entry name && name.equalsString(TYPE_SWITCH));
  }

  private static ClassTransform withoutTypeSwitches(ClassModel model) {
    ClassDesc self = model.thisClass().asSymbol();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    Map<List<ClassDesc>, String> methods = new LinkedHashMap<>();
    CodeTransform calls =
        (code, element) -> {
          if (isTypeSwitch(element)) {
            List<ClassDesc> labels =
                ((InvokeDynamicInstruction) element)
                    .bootstrapArgs().stream().map(a -> (ClassDesc) a).toList();
            String name = methods.computeIfAbsent(labels, l -> TYPE_SWITCH + "$" + methods.size());
            code.invokestatic(self, name, INDEX_OF, isInterface);
          } else {
            code.with(element);
          }
        };
    return ClassTransform.transformingMethodBodies(calls)
        .andThen(
            ClassTransform.endHandler(
                builder ->
                    methods.forEach(
                        (labels, name) ->
                            builder.withMethodBody(
                                name,
                                INDEX_OF,
                                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                code -> indexOf(labels, code)))));
  }

  /** Whether it is a switch whose labels are all types; there are others, with constants. */
  private static boolean isTypeSwitch(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().equals(BOOTSTRAPS)
        && call.bootstrapMethod().methodName().equals(TYPE_SWITCH)
        && call.bootstrapArgs().stream().allMatch(a -> a instanceof ClassDesc c && !c.isPrimitive());
  }

  /** As SwitchBootstraps says it: -1 for null, the number of labels where none fits. */
  private static void indexOf(List<ClassDesc> labels, CodeBuilder code) {
    Label isThere = code.newLabel();
    code.aload(0).ifnonnull(isThere).loadConstant(-1).ireturn().labelBinding(isThere);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
