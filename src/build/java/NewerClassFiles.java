import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Run by the build on the folder of libraries: gives classes that were compiled for Java 5 and
 * older the class-file version of Java 8, with the stack maps that it asks for. The JVM keeps no
 * older ones in a start-up cache, and picocli and FreeTTS are that old. What cannot be converted
 * stays as it is.
 */
public final class NewerClassFiles {
  private static final int OLDEST_KEPT = ClassFile.JAVA_6_VERSION;

  private NewerClassFiles() {}

  public static void main(String[] args) throws IOException {
    List<URL> urls = new ArrayList<>();
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      for (Path jar : files) {
        jars.add(jar);
        urls.add(jar.toUri().toURL());
      }
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new))) {
      ClassFile tool =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      for (Path jar : jars) {
        if (hasOldClasses(jar)) {
          convert(jar, tool);
        }
      }
    }
  }

  private static boolean hasOldClasses(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            if (isOld(in.readNBytes(8))) {
              return true;
            }
          }
        }
      }
      return false;
    }
  }

  private static void convert(Path path, ClassFile tool) throws IOException {
    Path made = path.resolveSibling(path.getFileName() + ".new");
    try (JarFile jar = new JarFile(path.toFile());
        OutputStream file = Files.newOutputStream(made);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (InputStream in = jar.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          out.write(
              entry.getName().endsWith(".class") && isOld(bytes) ? newer(bytes, tool) : bytes);
        }
      }
    }
    Files.move(made, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] newer(byte[] old, ClassFile tool) {
    try {
      ClassModel model = tool.parse(old);
      return tool.transformClass(
          model,
          ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
              .andThen(
                  ClassTransform.endHandler(to -> to.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    } catch (IllegalArgumentException e) {
      return old;
    }
  }

  private static boolean isOld(byte[] start) {
    return start.length >= 8 && (((start[6] & 0xff) << 8) | (start[7] & 0xff)) < OLDEST_KEPT;
  }
}
