# What people do with pkcs11-tool: the library, a folder to work in. Mistakes are among it.
module=$1
cd "$2" || exit 1
exec > log 2>&1
bare() { pkcs11-tool --module "$module" "$@"; }
tool() { bare --login --pin 1234 "$@"; }
iv=00112233445566778899aabbccddeeff

bare --show-info --list-slots --list-mechanisms --list-objects
tool --keypairgen --key-type rsa:2048 --label rsa --id 01
tool --keypairgen --key-type EC:secp256r1 --label ec --id 02 --usage-derive --usage-sign
tool --keypairgen --key-type EC:edwards25519 --label ed --id 03
tool --keygen --key-type AES:32 --label aes --id 04
bare --read-object --type pubkey --id 01 -o rsa.der
tool --list-objects
for mechanism in SHA256-RSA-PKCS SHA256-RSA-PKCS-PSS; do
  tool --sign --mechanism $mechanism --id 01 -i data -o signature
  tool --verify --mechanism $mechanism --id 01 -i data --signature-file signature
done
tool --sign --mechanism ECDSA --id 02 -i data -o signature
tool --verify --mechanism ECDSA --id 02 -i data --signature-file signature
tool --encrypt --mechanism AES-CBC-PAD --iv $iv --id 04 -i data -o ciphertext
tool --decrypt --mechanism AES-CBC-PAD --iv $iv --id 04 -i ciphertext -o plain
cmp data plain || exit 1
openssl pkeyutl -encrypt -pubin -keyform DER -inkey rsa.der -in data -out ciphertext
tool --decrypt --mechanism RSA-PKCS --id 01 -i ciphertext -o plain
tool --keygen --key-type AES:16 --label inner --id 21 --extractable
tool --wrap --mechanism RSA-PKCS --id 01 --application-id 21 -o wrapped
tool --unwrap --mechanism RSA-PKCS --id 01 -i wrapped --key-type AES: --application-id 22 --application-label again
tool --write-object data --type data --label note
tool --read-object --type data --label note -o note
tool --test
tool --change-pin --new-pin 4321
bare --login --pin 4321 --change-pin --new-pin 1234
bare --login --pin 9999 --list-objects
tool --delete-object --type secrkey --id 04
