# A program of Java with SunPKCS11: the library, a folder to work in.
cd "$2" || exit 1
exec > log 2>&1
cat > token.cfg <<F
name = spied
library = $1
slotListIndex = 0
attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
  CKA_DERIVE = true
}
F
"$JAVA" TracedProgram.java token.cfg 1234
