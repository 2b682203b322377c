package dev.tokki.cli;

import picocli.CommandLine.IVersionProvider;

/// The version in the jar's manifest.
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Tokki.class.getPackage().getImplementationVersion();
        return new String[] {
            "tokki " + (version == null ? "(not packaged)" : version) + ", PKCS#11 3.2, Java " + Runtime.version()
        };
    }
}
