/// The C layout of every call and every structure of PKCS#11, derived once from the records of [dev.tokki.api], for
/// both
/// directions.
///
/// A record's component stands for one or several C things that lie next to each other: `Bytes` is a pointer and a
/// length, `Buffer` a pointer and a pointer to a length. A [dev.tokki.nativeadapter.layout.Shape] knows which, and how
/// a
/// value goes there and comes back. A call's arguments are a row of machine words and a structure's members are a row
/// of
/// bytes with the compiler's padding, so the same shapes describe both.
///
/// Four verbs, always the same:
///
/// | verb | who | what |
/// |---|---|---|
/// | give | the caller | lays a value into memory before the call |
/// | take | the module | reads the value from the caller's memory |
/// | leave | the module | writes an output into the caller's memory |
/// | collect | the caller | reads the output after the call |
///
/// [dev.tokki.nativeadapter.NativeModule] gives and collects, since there C is the module; a server whose callers are C
/// programs takes and leaves.
@NullMarked
package dev.tokki.nativeadapter.layout;

import org.jspecify.annotations.NullMarked;
