import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

// A password takes a tenth of a second by design, so that nobody tries many of them. Tests try thousands, and ask what
// is let in, not how long it takes: here the same function works through a thousandth of it, for better-auth as well.
// The unit tests of passwords, the journeys and whole programs have it as it is.
const { scrypt } = crypto;
if (scrypt.name !== quickly.name) {
  crypto.scrypt = quickly as typeof scrypt;
  syncBuiltinESMExports();
}

type Rest = [
  password: crypto.BinaryLike,
  salt: crypto.BinaryLike,
  length: number,
  options: crypto.ScryptOptions,
];

function quickly(
  ...[password, salt, length, options, done]: [...Rest, (error: Error | null, key: Buffer) => void]
): void {
  scrypt(password, salt, length, { ...options, N: 16 }, done);
}
