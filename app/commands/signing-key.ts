import { rotateKeys } from '#app/platform/signing/key-file.server.ts';

// Alone of all settings: the database need not be there to make a key.
const file = process.env['SIGNING_KEYS'] ?? './.data/signing-keys.json';
process.stdout.write(`A new key signs from now on: ${rotateKeys(file)} (${file})\n`);
