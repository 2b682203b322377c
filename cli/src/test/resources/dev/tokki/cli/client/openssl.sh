# What people do with OpenSSL's engine: the library, a folder to work in.
module=$1
cd "$2" || exit 1
exec > log 2>&1
set -e
tool() { pkcs11-tool --module "$module" --login --pin 1234 "$@"; }
tool --keypairgen --key-type rsa:2048 --label rsa --id 01
tool --keypairgen --key-type EC:secp256r1 --label ec --id 02 --usage-sign
cat > engine.cnf <<F
openssl_conf = init
[init]
engines = engines
[engines]
pkcs11 = pkcs11
[pkcs11]
engine_id = pkcs11
MODULE_PATH = $module
PIN = 1234
init = 0
[req]
distinguished_name = name
[name]
F
for key in rsa ec; do
  uri="pkcs11:token=test;object=$key;type=private"
  OPENSSL_CONF=$PWD/engine.cnf openssl req -new -x509 -engine pkcs11 -keyform engine -key "$uri" \
    -subj /CN=localhost -days 30 -out $key.pem
  OPENSSL_CONF=$PWD/engine.cnf openssl dgst -engine pkcs11 -keyform engine -sign "$uri" -sha256 -out signature data
  openssl x509 -in $key.pem -pubkey -noout > $key.pub
  openssl dgst -sha256 -verify $key.pub -signature signature data
done
openssl pkeyutl -encrypt -pubin -inkey rsa.pub -in data -out ciphertext
OPENSSL_CONF=$PWD/engine.cnf openssl pkeyutl -decrypt -engine pkcs11 -keyform engine \
  -inkey "pkcs11:token=test;object=rsa;type=private" -in ciphertext -out plain
cmp data plain
openssl x509 -in rsa.pem -outform DER -out rsa.der
tool --write-object rsa.der --type cert --id 01 --label rsa
