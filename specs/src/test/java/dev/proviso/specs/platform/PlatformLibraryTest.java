// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformLibraryTest {
  private static final String BUS =
      """
      name: bus
      target: LLP64
      headers: [bus.h]
      roles:
        - name: BUS_DISPATCH
          selector: {type: UCHAR, attribute: sal_dispatch_type, defaultFor: unhandled_BUS_DISPATCH}
        - {name: BUS_DONE, calledBy: model}
      registrations:
        - role: BUS_DISPATCH
          assignment: {type: _BUS, member: Dispatch}
        - role: BUS_DONE
          call: {function: BusOnDone, argument: 2}
      names:
        - {role: BUS_DISPATCH, function: Dispatch}
      aliases:
        - {function: BusLock2, is: BusLock, arguments: [2, 1]}
      initial: [proviso_bus_initialise]
      assumptions:
        - "one bus"
      """;

  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void writeNone() throws IOException {
    write("none/platform.yml", "name: none\n");
    write("none/include/proviso.h", "");
  }

  private List<String> messagesOf(String yaml) throws IOException {
    writeNone();
    write("bus/platform.yml", yaml);
    InputException e =
        catchThrowableOfType(InputException.class, () -> new PlatformLibrary(root).load("bus"));
    return e.messages().stream()
        .map(m -> m.range() + ": " + m.sentence() + " " + m.help())
        .toList();
  }

  @Test
  void readsEveryPart() throws Exception {
    writeNone();
    write("bus/platform.yml", BUS);
    Platform platform = new PlatformLibrary(root).load("bus");

    assertThat(platform.target()).isEqualTo(Target.LLP64);
    assertThat(platform.headers()).containsExactly("bus.h");
    assertThat(platform.roles())
        .containsExactly(
            new Platform.Role(
                "BUS_DISPATCH",
                new Platform.Selector("UCHAR", "sal_dispatch_type", "unhandled_BUS_DISPATCH"),
                Platform.Caller.HARNESS),
            new Platform.Role("BUS_DONE", null, Platform.Caller.MODEL));
    assertThat(platform.registrations())
        .containsExactly(
            new Platform.Registration.Assignment("BUS_DISPATCH", "_BUS", "Dispatch"),
            new Platform.Registration.CallArgument("BUS_DONE", "BusOnDone", 2));
    assertThat(platform.names())
        .containsExactly(new Platform.NamedEntry("BUS_DISPATCH", "Dispatch"));
    assertThat(platform.aliases())
        .containsExactly(new Platform.Alias("BusLock2", "BusLock", List.of(2, 1)));
    assertThat(platform.initial()).containsExactly("proviso_bus_initialise");
    assertThat(platform.assumptions()).containsExactly("one bus");
  }

  @Test
  void joinsWhatItExtends() throws Exception {
    writeNone();
    write("bus/platform.yml", BUS);
    write("bus/models/lock.c", "");
    write("bus/include/bus.h", "");
    write(
        "usb/platform.yml",
        "name: usb\nextends: [bus]\ninitial: [usb_start]\nroles: [{name: USB_HALT}]\n");
    write("usb/include/usb.h", "");
    write("usb/harness.c", "int main(void) { enter_USB_HALT(); return 0; }");
    Platform platform = new PlatformLibrary(root).load("usb");

    assertThat(platform.lineage()).containsExactly("usb", "bus", "none");
    assertThat(platform.content().includes())
        .containsExactly(
            root.resolve("usb/include"), root.resolve("bus/include"), root.resolve("none/include"));
    assertThat(platform.content().models()).containsExactly(root.resolve("bus/models/lock.c"));
    assertThat(platform.content().called()).containsExactly("USB_HALT");
    assertThat(platform.initial()).containsExactly("proviso_bus_initialise", "usb_start");
    assertThat(platform.roles())
        .extracting(Platform.Role::name)
        .containsExactly("USB_HALT", "BUS_DISPATCH", "BUS_DONE");
  }

  @Test
  void placesWhatIsWrong() throws Exception {
    assertThat(messagesOf("name: bus\nroels: []\ntarget: LP65\n"))
        .containsExactly(
            "bus/platform.yml:2:1: a platform has no key 'roels' [did you mean roles?]",
            "bus/platform.yml:3:9: there is no target 'LP65' [the targets are ILP32, LP64 and LLP64]");
    assertThat(messagesOf("name: bus\nroles: [{name: R}]\nnames: [{role: S, function: f}]\n"))
        .containsExactly(
            "bus/platform.yml:3:16: no role 'S' is declared under 'roles' [did you mean R?]");
    assertThat(messagesOf("name: bus\nroles: [{name: R}]\nregistrations:\n  - {role: R}\n"))
        .containsExactly(
            "bus/platform.yml:4:5: a registration has either an 'assignment' or a 'call' []");
    assertThat(messagesOf("name: bus\nroles: R\n"))
        .containsExactly("bus/platform.yml:2:8: 'roles' is a list, not a single value []");
    assertThat(messagesOf("name: bus\nheaders: [a\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "bus/platform.yml:2:12: not YAML: while parsing a flow sequence: expected ',' or ']'");
    assertThat(messagesOf("")).containsExactly("bus/platform.yml:1:1: the file is empty []");
  }

  @Test
  void namesTheNearestPlatform() throws IOException {
    writeNone();
    write("wdm/platform.yml", "name: wdm\n");
    InputException e =
        catchThrowableOfType(InputException.class, () -> new PlatformLibrary(root).load("wdn"));
    assertThat(e.messages().get(0).help()).containsExactly("did you mean wdm?");
  }

  @Test
  void refusesAPlatformThatExtendsItself() throws IOException {
    assertThat(messagesOf("name: bus\nextends: [bus]\n"))
        .containsExactly("bus/platform.yml:1:1: platform 'bus' extends itself []");
  }

  @Test
  void worksFromWithinAnArchive() throws Exception {
    Path archive = root.resolve("p.zip");
    try (FileSystem zip =
        FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of("create", "true"))) {
      Files.createDirectories(zip.getPath("/p/none/models"));
      Files.writeString(zip.getPath("/p/none/platform.yml"), "name: none\n");
      Files.writeString(zip.getPath("/p/none/models/libc.c"), "");
      PlatformLibrary library = new PlatformLibrary(zip.getPath("/p"));
      assertThat(library.names()).containsExactly("none");
      assertThat(library.load("none").content().models())
          .map(Path::toString)
          .containsExactly("/p/none/models/libc.c");
    }
  }

  @Test
  void everyBuiltInPlatformIsRight() throws InputException {
    PlatformLibrary library = PlatformLibrary.builtIn();
    assertThat(library.names()).contains("none");
    for (String name : library.names()) {
      assertThat(library.load(name).content().includes()).isNotEmpty();
    }
  }
}
