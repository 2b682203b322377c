package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.GET_FUNCTION_LIST;
import static dev.tokki.api.Function.GET_INFO;
import static dev.tokki.api.Function.GET_INTERFACE;
import static dev.tokki.api.Function.GET_INTERFACE_LIST;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.BUFFER_TOO_SMALL;

import dev.tokki.api.Buffer;
import dev.tokki.api.Info;
import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.Out;
import dev.tokki.api.Version;
import dev.tokki.api.call.GeneralPurpose.GetFunctionList;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.GetInterface;
import dev.tokki.api.call.GeneralPurpose.GetInterfaceList;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Suite;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What a module tells of itself: information, function list, interfaces; sections 5.4.3 to 5.4.6.
@Chapter(id = "general", title = "General purpose", section = "5.4")
public record InformationTests(Bench bench) implements Suite {
    private static final List<Version> PUBLISHED = List.of(
            new Version(2, 1),
            new Version(2, 10),
            new Version(2, 11),
            new Version(2, 20),
            new Version(2, 30),
            Version.V2_40,
            Version.V3_0,
            Version.V3_1,
            Version.V3_2);

    @Requirement(
            id = "general.info.flags",
            functions = GET_INFO,
            section = "3.1.2",
            rule = "No flag of CK_INFO is defined: they are all zero")
    void infoHasNoFlags() {
        check("flags", 0L, info().flags());
    }

    @Requirement(
            id = "general.info.version",
            functions = GET_INFO,
            section = {"3.1.1", "3.1.2"},
            rule = "cryptokiVersion is that of a published version of the standard")
    void infoTellsAPublishedVersion() {
        Version version = info().cryptokiVersion();
        check("cryptokiVersion", "one of " + PUBLISHED, PUBLISHED.contains(version), version);
    }

    @Requirement(
            id = "general.info.version-offered",
            functions = {GET_INFO, GET_FUNCTION_LIST, GET_INTERFACE_LIST},
            section = {"3.1.2", "3.6.7"},
            rule = "The version that C_GetInfo tells can be had: as the function list or as an interface")
    void theVersionToldIsOffered() {
        Version function = expect(new GetFunctionList()).value();
        Interfaces interfaces =
                bench().call(new GetInterfaceList(Buffer.of(100))).value();
        List<Version> offered = Stream.concat(
                        Stream.of(function),
                        interfaces == null || interfaces.values() == null
                                ? Stream.empty()
                                : interfaces.values().stream().map(Interface::version))
                .toList();
        Version told = info().cryptokiVersion();
        check("versions offered", "among them " + told, offered.contains(told), offered);
    }

    @Requirement(
            id = "general.info.null-pointer",
            functions = GET_INFO,
            section = {"5.4.3", "5.1.6"},
            rule = "NULL_PTR is no place for the information")
    void infoNeedsAPlace() {
        bench().initialize();
        expect(new GetInfo(Out.nullPointer())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "general.function-list.early",
            functions = GET_FUNCTION_LIST,
            section = "5.4.4",
            rule = "The function list can be had before C_Initialize")
    void functionListBeforeInitialize() {
        Version version = expect(new GetFunctionList()).value();
        check("version", "2.0 or later", version.major() >= 2, version);
    }

    @Requirement(
            id = "general.function-list.null-pointer",
            functions = GET_FUNCTION_LIST,
            section = "5.4.4",
            rule = "NULL_PTR is no place for the function list")
    void functionListNeedsAPlace() {
        expect(new GetFunctionList(Out.nullPointer())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "general.interface-list.query",
            functions = GET_INTERFACE_LIST,
            section = "5.4.5",
            rule = "Asked for the number of interfaces, and for the interfaces, the module tells the same number")
    void interfaceListIsAsLongAsTold() {
        long count = expect(new GetInterfaceList(Buffer.query())).value().count();
        Interfaces list = expect(new GetInterfaceList(Buffer.of(count))).value();
        check("number with the list", count, list.count());
        check("entries", count, (long) Objects.requireNonNull(list.values()).size());
    }

    @Requirement(
            id = "general.interface-list.too-small",
            functions = GET_INTERFACE_LIST,
            section = "5.4.5",
            rule = "A buffer too small is refused, and the number told all the same")
    void interfaceListTooSmall() {
        long count = expect(new GetInterfaceList(Buffer.query())).value().count();
        Interfaces short1 = expect(new GetInterfaceList(Buffer.of(count - 1)))
                .returns(BUFFER_TOO_SMALL)
                .outputs();
        check("number", count, short1.count());
    }

    @Requirement(
            id = "general.interface-list.no-length",
            functions = GET_INTERFACE_LIST,
            section = "5.4.5",
            rule = "NULL_PTR is no place for the number of interfaces")
    void interfaceListNeedsACount() {
        expect(new GetInterfaceList(Buffer.noLength())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "general.interface-list.standard",
            functions = GET_INTERFACE_LIST,
            section = {"5.4.5", "3.6.7"},
            rule = "The standard's own interface, named PKCS 11, is among the interfaces")
    void standardInterfaceIsListed() {
        List<String> names = interfaces().stream().map(Interface::name).toList();
        check("names", "among them " + Interface.PKCS_11, names.contains(Interface.PKCS_11), names);
    }

    @Requirement(
            id = "general.interface.default",
            functions = GET_INTERFACE,
            section = "5.4.6",
            rule = "Without a name and a version the module gives an interface of its choice, which it lists")
    void defaultInterface() {
        Interface found = expect(new GetInterface(null, null, 0)).value();
        check("interfaces", "among them " + found, interfaces().contains(found), interfaces());
    }

    @Requirement(
            id = "general.interface.listed",
            functions = {GET_INTERFACE, GET_INTERFACE_LIST},
            section = "5.4.6",
            rule = "Every interface listed can be had by its name, version and flags")
    void everyInterfaceListedCanBeHad() {
        each(interfaces(), listed -> {
            GetInterface call = new GetInterface(listed.name(), listed.version(), listed.flags());
            check("interface", listed, expect(call).value());
        });
    }

    @Requirement(
            id = "general.interface.unknown-name",
            functions = GET_INTERFACE,
            section = "5.4.6",
            rule = "An interface of a name that the module does not know is not found")
    void unknownName() {
        expect(new GetInterface("Vendor nobody", null, 0)).fails();
    }

    @Requirement(
            id = "general.interface.unknown-version",
            functions = GET_INTERFACE,
            section = "5.4.6",
            rule = "The version asked for must match: another is not given instead")
    void unknownVersion() {
        expect(new GetInterface(Interface.PKCS_11, new Version(9, 9), 0)).fails();
    }

    @Requirement(
            id = "general.interface.null-pointer",
            functions = GET_INTERFACE,
            section = "5.4.6",
            rule = "NULL_PTR is no place for the interface")
    void interfaceNeedsAPlace() {
        expect(new GetInterface(Interface.PKCS_11, null, Out.nullPointer(), 0)).returns(ARGUMENTS_BAD);
    }

    private Info info() {
        bench().initialize();
        return expect(new GetInfo()).value();
    }

    private List<Interface> interfaces() {
        long count = bench().set(new GetInterfaceList(Buffer.query())).count();
        return Objects.requireNonNull(
                bench().set(new GetInterfaceList(Buffer.of(count))).values());
    }
}
