package dev.tokki.api.parameter;

/// A parameter that is a C structure, or a part of one. The families follow the sections of section 6.
public sealed interface Structure extends Parameter
        permits RsaParameter,
                DsaParameter,
                EcParameter,
                DhParameter,
                RatchetParameter,
                AesParameter,
                CipherParameter,
                ChaChaParameter,
                PasswordParameter,
                TlsParameter,
                WtlsParameter,
                KdfParameter,
                DerivationParameter,
                CmsParameter,
                OtpParameter,
                KipParameter,
                GostParameter,
                IkeParameter,
                SignatureParameter,
                RivestParameter,
                FortezzaParameter {}
