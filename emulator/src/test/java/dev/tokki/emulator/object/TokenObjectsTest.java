package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.NOBODY;
import static dev.tokki.emulator.object.Samples.SO;
import static dev.tokki.emulator.object.Samples.USER;
import static dev.tokki.emulator.object.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Token and session objects as several applications see them.
class TokenObjectsTest {
    private static final Caller READ_ONLY = new Caller(false, Login.USER, 2);
    private static final Template ALL = Template.of();

    private final TestToken token = new TestToken();

    @AfterEach
    void close() {
        token.close();
    }

    private static Template data(String label, boolean onToken, boolean isPrivate) {
        return Template.of(
                Attribute.of(Cka.CLASS, Cko.DATA),
                Attribute.of(Cka.LABEL, label),
                Attribute.of(Cka.VALUE, new byte[] {1, 2, 3}),
                Attribute.of(Cka.TOKEN, onToken),
                Attribute.of(Cka.PRIVATE, isPrivate));
    }

    private static Template labelled(String label) {
        return Template.of(Attribute.of(Cka.LABEL, label));
    }

    private static @Nullable Value label(ApplicationObjects objects, long handle) {
        return objects.get(USER, handle, QueryTemplate.of(AttributeQuery.value(Cka.LABEL, 100)))
                .outputs()
                .getFirst()
                .value();
    }

    @Test
    void aTokenObjectIsSeenByAllApplicationsUnderTheirOwnHandles() {
        ApplicationObjects one = token.user();
        ApplicationObjects other = token.user();
        other.create(USER, data("session", false, false));
        long handle = one.create(USER, data("shared", true, true));
        long[] found = other.find(USER, labelled("shared"));
        assertThat(found).hasSize(1).doesNotContain(handle);
        assertThat(label(other, found[0])).isEqualTo(Value.of("shared"));
    }

    @Test
    void aSessionObjectIsSeenByItsApplicationOnly() {
        ApplicationObjects one = token.user();
        ApplicationObjects other = token.user();
        long handle = one.create(USER, data("mine", false, false));
        assertThat(one.find(READ_ONLY, ALL)).containsExactly(handle);
        assertThat(other.find(USER, ALL)).isEmpty();
    }

    @Test
    void aSessionObjectDiesWithItsSession() {
        ApplicationObjects objects = token.user();
        long first = objects.create(USER, data("first", false, false));
        long second = objects.create(READ_ONLY, data("second", false, false));
        objects.sessionClosed(USER.session());
        assertThat(objects.find(USER, ALL)).containsExactly(second);
        refused(Ckr.OBJECT_HANDLE_INVALID, () -> objects.size(USER, first));
    }

    @Test
    void anObjectHasOneHandleInAllSessionsAndSearches() {
        ApplicationObjects objects = token.user();
        long handle = objects.create(USER, data("one", true, false));
        assertThat(objects.find(USER, ALL)).containsExactly(handle);
        assertThat(objects.find(READ_ONLY, labelled("one"))).containsExactly(handle);
    }

    @Test
    void handlesAreNeverGivenTwiceAndNeverZero() {
        ApplicationObjects objects = token.user();
        long first = objects.create(USER, data("one", true, false));
        objects.destroy(USER, first);
        long second = objects.create(USER, data("two", true, false));
        assertThat(second).isNotEqualTo(first).isNotZero();
        assertThat(first).isNotZero();
    }

    @Test
    void aDestroyedTokenObjectIsGoneForAllAndInTheStore() {
        ApplicationObjects one = token.user();
        ApplicationObjects other = token.user();
        one.create(USER, data("doomed", true, true));
        long handle = other.find(USER, ALL)[0];
        one.destroy(USER, one.find(USER, ALL)[0]);
        refused(Ckr.OBJECT_HANDLE_INVALID, () -> other.size(USER, handle));
        assertThat(other.find(USER, ALL)).isEmpty();
        assertThat(token.stored().objects()).isEmpty();
    }

    @Test
    void aChangeIsSeenByAllAndSurvivesARestart() {
        ApplicationObjects one = token.user();
        ApplicationObjects other = token.user();
        long handle = one.create(USER, data("before", true, true));
        one.set(USER, handle, labelled("after"));
        one.set(USER, handle, labelled("after all"));
        assertThat(other.find(USER, labelled("before"))).isEmpty();
        assertThat(other.find(USER, labelled("after all"))).hasSize(1);
        token.restart();
        assertThat(token.user().find(USER, labelled("after all"))).hasSize(1);
    }

    @Test
    void privateObjectsAreSeenByTheUserOnly() {
        ApplicationObjects objects = token.user();
        long secret = objects.create(USER, data("secret", true, true));
        long open = objects.create(USER, data("open", true, false));
        assertThat(objects.find(USER, ALL)).containsExactly(secret, open);
        ApplicationObjects other = token.connect();
        assertThat(other.find(NOBODY, ALL)).hasSize(1);
        assertThat(other.find(SO, labelled("secret"))).isEmpty();
        refused(Ckr.OBJECT_HANDLE_INVALID, () -> objects.size(NOBODY, secret));
    }

    @Test
    void theLogoutOfOneApplicationLeavesTheOthersTheirPrivateObjects() {
        ApplicationObjects one = token.user();
        ApplicationObjects other = token.user();
        long handle = one.create(USER, data("secret", true, true));
        long theirs = other.find(USER, ALL)[0];
        one.loggedOut();
        refused(Ckr.OBJECT_HANDLE_INVALID, () -> one.size(NOBODY, handle));
        assertThat(other.find(USER, ALL)).containsExactly(theirs);
        other.set(USER, theirs, labelled("changed"));
        other.loggedOut();
        token.login(other);
        assertThat(other.find(USER, labelled("changed"))).hasSize(1).doesNotContain(theirs);
        refused(Ckr.OBJECT_HANDLE_INVALID, () -> other.size(USER, theirs));
    }

    @Test
    void aLogoutDestroysPrivateSessionObjectsAndLeavesPublicOnes() {
        ApplicationObjects objects = token.user();
        objects.create(USER, data("secret", false, true));
        long open = objects.create(USER, data("open", false, false));
        objects.loggedOut();
        token.login(objects);
        assertThat(objects.find(USER, ALL)).containsExactly(open);
    }

    @Test
    void aClosedApplicationLeavesNothingBehind() {
        ApplicationObjects one = token.user();
        ApplicationObjects other = token.user();
        long kept = one.create(USER, data("kept", true, true));
        one.create(USER, data("lost", false, true));
        one.close();
        other.destroy(USER, other.find(USER, ALL)[0]);
        refused(Ckr.OBJECT_HANDLE_INVALID, () -> one.size(USER, kept));
        assertThat(other.find(USER, ALL)).isEmpty();
    }

    @Test
    void aReadOnlySessionWritesSessionObjectsOnly() {
        ApplicationObjects objects = token.user();
        long onToken = objects.create(USER, data("token", true, false));
        long inSession = objects.create(READ_ONLY, data("session", false, false));
        refused(Ckr.SESSION_READ_ONLY, () -> objects.create(READ_ONLY, data("token", true, false)));
        refused(Ckr.SESSION_READ_ONLY, () -> objects.set(READ_ONLY, onToken, labelled("x")));
        refused(Ckr.SESSION_READ_ONLY, () -> objects.destroy(READ_ONLY, onToken));
        refused(Ckr.SESSION_READ_ONLY, () -> objects.copy(READ_ONLY, onToken, Template.NULL));
        objects.set(READ_ONLY, inSession, labelled("y"));
        objects.copy(READ_ONLY, onToken, Template.of(Attribute.of(Cka.TOKEN, false)));
        objects.destroy(READ_ONLY, inSession);
        assertThat(objects.find(USER, ALL)).hasSize(2).contains(onToken);
    }

    @Test
    void privateObjectsAreMadeByTheUserOnly() {
        ApplicationObjects objects = token.connect();
        refused(Ckr.USER_NOT_LOGGED_IN, () -> objects.create(NOBODY, data("secret", false, true)));
        refused(Ckr.USER_NOT_LOGGED_IN, () -> objects.create(SO, data("secret", true, true)));
        assertThat(objects.create(NOBODY, data("open", true, false))).isNotZero();
    }

    @Test
    void anObjectThatIsNotDestroyableStays() {
        ApplicationObjects objects = token.user();
        long handle = objects.create(
                USER,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.DATA),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.DESTROYABLE, false)));
        refused(Ckr.ACTION_PROHIBITED, () -> objects.destroy(USER, handle));
        assertThat(objects.find(USER, ALL)).containsExactly(handle);
    }

    @Test
    void theSizeOfAnObjectGrowsWithItsContent() {
        ApplicationObjects objects = token.user();
        long little = objects.create(USER, data("a", true, false));
        long more = objects.create(USER, data("a label of thirty characters..", true, false));
        assertThat(objects.size(USER, more) - objects.size(USER, little)).isEqualTo(29);
    }

    @Test
    void onlyAKeyIsAKey() {
        ApplicationObjects objects = token.user();
        long data = objects.create(USER, data("data", false, false));
        long key = objects.create(USER, Template.of(Samples.created(Samples.type(Cko.SECRET_KEY, Ckk.AES))));
        refused(Ckr.KEY_HANDLE_INVALID, () -> objects.key(USER, data, "hKey", Ckr.KEY_HANDLE_INVALID));
        refused(
                Ckr.WRAPPING_KEY_HANDLE_INVALID,
                () -> objects.key(USER, 0, "hWrappingKey", Ckr.WRAPPING_KEY_HANDLE_INVALID));
        assertThat(objects.key(USER, key, "hKey", Ckr.KEY_HANDLE_INVALID)
                        .attributes()
                        .bytes(Cka.VALUE))
                .isNotEmpty();
    }

    @Test
    void whatIsPreparedOfAKeyIsMadeOnceUntilTheKeyChanges() {
        ApplicationObjects objects = token.user();
        long handle = objects.create(USER, Template.of(Samples.created(Samples.type(Cko.SECRET_KEY, Ckk.AES))));
        Object first = prepared(objects, handle);
        assertThat(prepared(objects, handle)).isSameAs(first);
        objects.set(USER, handle, labelled("changed"));
        assertThat(prepared(objects, handle)).isNotSameAs(first);
    }

    private static Object prepared(ApplicationObjects objects, long handle) {
        return objects.key(USER, handle, "hKey", Ckr.KEY_HANDLE_INVALID)
                .prepared(StringBuilder.class, key -> new StringBuilder());
    }

    @Test
    void aTemplateThatIsNullPointerWithACountIsRefused() {
        ApplicationObjects objects = token.user();
        long handle = objects.create(USER, data("data", false, false));
        refused(Ckr.ARGUMENTS_BAD, () -> objects.create(USER, Template.nullOf(1)));
        refused(Ckr.ARGUMENTS_BAD, () -> objects.find(USER, Template.nullOf(1)));
        refused(Ckr.ARGUMENTS_BAD, () -> objects.set(USER, handle, Template.nullOf(1)));
        refused(Ckr.ARGUMENTS_BAD, () -> objects.get(USER, handle, QueryTemplate.nullOf(1)));
        assertThat(objects.find(USER, Template.NULL)).containsExactly(handle);
    }
}
