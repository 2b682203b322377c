package dev.tokki.api.call;

import dev.tokki.api.AttributeReply;
import dev.tokki.api.Fill;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Means.Meaning;
import java.util.List;

/// Object management, PKCS#11 v3.2, section 5.7.
public sealed interface Objects<R> extends Call<R> {
    /// `C_CreateObject`, section 5.7.1.
    ///
    /// @param session the session
    /// @param template the template
    /// @param newObject where the handle goes
    record CreateObject(@Means(Meaning.SESSION) long session, Template template, Out<Long> newObject)
            implements Objects<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public CreateObject(long session, Template template) {
            this(session, template, Out.here());
        }
    }

    /// `C_CopyObject`, section 5.7.2.
    ///
    /// @param session the session
    /// @param object handle of the object
    /// @param template the template
    /// @param newObject where the handle goes
    record CopyObject(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.OBJECT) long object,
            Template template,
            Out<Long> newObject)
            implements Objects<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public CopyObject(long session, long object, Template template) {
            this(session, object, template, Out.here());
        }
    }

    /// `C_DestroyObject`, section 5.7.3.
    ///
    /// @param session the session
    /// @param object handle of the object
    record DestroyObject(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.OBJECT) long object) implements Objects<Void> {}

    /// `C_GetObjectSize`, section 5.7.4.
    ///
    /// @param session the session
    /// @param object handle of the object
    /// @param size where the size goes
    record GetObjectSize(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.OBJECT) long object,
            Out<Long> size) implements Objects<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetObjectSize(long session, long object) {
            this(session, object, Out.here());
        }
    }

    /// `C_GetAttributeValue`, section 5.7.5.
    ///
    /// @param session the session
    /// @param object handle of the object
    /// @param template the template
    record GetAttributeValue(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.OBJECT) long object,
            QueryTemplate template) implements Objects<List<AttributeReply>> {}

    /// `C_SetAttributeValue`, section 5.7.6.
    ///
    /// @param session the session
    /// @param object handle of the object
    /// @param template the template
    record SetAttributeValue(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.OBJECT) long object,
            Template template) implements Objects<Void> {}

    /// `C_FindObjectsInit`, section 5.7.7.
    ///
    /// @param session the session
    /// @param template the template
    record FindObjectsInit(@Means(Meaning.SESSION) long session, Template template) implements Objects<Void> {}

    /// `C_FindObjects`, section 5.7.8.
    ///
    /// @param session the session
    /// @param objects room for so many handles
    /// @param count where the number found goes
    record FindObjects(@Means(Meaning.SESSION) long session, Fill objects, Out<Long> count) implements Objects<ULongs> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public FindObjects(long session, Fill objects) {
            this(session, objects, Out.here());
        }
    }

    /// `C_FindObjectsFinal`, section 5.7.9.
    ///
    /// @param session the session
    record FindObjectsFinal(@Means(Meaning.SESSION) long session) implements Objects<Void> {}
}
