/// PKCS#11 v3.2 as Java values: each of the 104 functions is a record, a module is whatever answers them.
///
/// ```
/// Reply<Long> reply = module.call(new Sessions.OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION));
/// if (reply.rv().isOk()) { long session = reply.value(); ... }
/// ```
///
/// The engine, the adapter for native libraries, the spy, the replayer and the wire all speak [dev.tokki.api.Cryptoki];
/// a thin fluent face for tests and lessons is in `dev.tokki.api.fluent`.
@NullMarked
package dev.tokki.api;

import org.jspecify.annotations.NullMarked;
