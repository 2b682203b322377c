package dev.tokki.api.parameter;

/// A parameter that is a C structure.
public sealed interface Structure extends Parameter
        permits RsaParameter, EcParameter, AesParameter, DerivationParameter {}
