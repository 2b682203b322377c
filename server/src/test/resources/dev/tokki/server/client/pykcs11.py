"""Key pairs, secret keys, digests and attributes with PyKCS11: module, PIN."""
import hashlib
import sys

from PyKCS11 import *

library = PyKCS11Lib()
library.load(sys.argv[1])
print("version", library.getInfo().cryptokiVersion)
slot = library.getSlotList(tokenPresent=True)[0]
session = library.openSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION)
session.login(sys.argv[2])
data = b"attack at dawn"

public, private = session.generateKeyPair(
    [(CKA_CLASS, CKO_PUBLIC_KEY), (CKA_MODULUS_BITS, 2048), (CKA_PUBLIC_EXPONENT, (1, 0, 1)),
     (CKA_VERIFY, CK_TRUE), (CKA_ENCRYPT, CK_TRUE), (CKA_WRAP, CK_TRUE)],
    [(CKA_CLASS, CKO_PRIVATE_KEY), (CKA_SIGN, CK_TRUE), (CKA_DECRYPT, CK_TRUE), (CKA_UNWRAP, CK_TRUE)])
signing = Mechanism(CKM_SHA256_RSA_PKCS, None)
print("rsa", session.verify(public, data, session.sign(private, data, signing), signing))
oaep = RSAOAEPMechanism(CKM_SHA256, CKG_MGF1_SHA256)
print("oaep", bytes(session.decrypt(private, session.encrypt(public, data, oaep), oaep)))

ec_public, ec_private = session.generateKeyPair(
    [(CKA_CLASS, CKO_PUBLIC_KEY), (CKA_KEY_TYPE, CKK_EC), (CKA_VERIFY, CK_TRUE),
     (CKA_EC_PARAMS, bytes.fromhex("06082a8648ce3d030107"))],
    [(CKA_CLASS, CKO_PRIVATE_KEY), (CKA_KEY_TYPE, CKK_EC), (CKA_SIGN, CK_TRUE)],
    mecha=Mechanism(CKM_EC_KEY_PAIR_GEN, None))
ecdsa = Mechanism(CKM_ECDSA_SHA256, None)
print("ec", session.verify(ec_public, data, session.sign(ec_private, data, ecdsa), ecdsa))

key = session.generateKey(
    [(CKA_CLASS, CKO_SECRET_KEY), (CKA_KEY_TYPE, CKK_AES), (CKA_VALUE_LEN, 32), (CKA_ENCRYPT, CK_TRUE),
     (CKA_DECRYPT, CK_TRUE), (CKA_EXTRACTABLE, CK_TRUE), (CKA_LABEL, "box")])
gcm = AES_GCM_Mechanism(bytes(12), b"more", 128)
ciphertext = bytes(session.encrypt(key, data, gcm))
print("gcm", bytes(session.decrypt(key, ciphertext, gcm)))

wrapping = Mechanism(CKM_RSA_PKCS, None)
wrapped = session.wrapKey(public, key, wrapping)
again = session.unwrapKey(
    private, wrapped,
    [(CKA_CLASS, CKO_SECRET_KEY), (CKA_KEY_TYPE, CKK_AES), (CKA_ENCRYPT, CK_TRUE)], wrapping)
print("wrap", bytes(session.encrypt(again, data, gcm)) == ciphertext)

print("digest", bytes(session.digest(data, Mechanism(CKM_SHA256, None))) == hashlib.sha256(data).digest())
print("attributes", session.getAttributeValue(key, [CKA_LABEL, CKA_VALUE_LEN, CKA_EXTRACTABLE]) == ["box", 32, True])
session.logout()
try:
    session.generateKeyPair([(CKA_CLASS, CKO_PUBLIC_KEY), (CKA_MODULUS_BITS, 2048)], [(CKA_PRIVATE, CK_TRUE)])
except PyKCS11Error as error:
    print("refused", error)
session.closeSession()
