/// The thin face for people who write tests and lessons: it only makes calls, and throws
/// [dev.tokki.api.CryptokiException] for a return value
/// that is not `CKR_OK`.
///
/// ```
/// try (Application application = Application.initialise(module)) {
///     Session session = application.token("demo").openReadWrite().login(Cku.USER, "1234");
///     Key key = session.generateKey(Mechanism.of(Ckm.AES_KEY_GEN), Attribute.of(Cka.VALUE_LEN, 32));
///     byte[] sealed = key.encrypt(Mechanism.iv(Ckm.AES_CBC_PAD, iv), data);
/// }
/// ```
@NullMarked
package dev.tokki.api.fluent;

import org.jspecify.annotations.NullMarked;
