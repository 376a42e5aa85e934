import { isService } from '#app/platform/signing/key-service.server.ts';
import { rotateKeys } from '#app/platform/signing/key-file.server.ts';

// Alone of all settings: the database need not be there to make a key.
const file = process.env['SIGNING_KEYS'] ?? './.data/signing-keys.json';
if (isService(file)) {
  process.stderr.write('SIGNING_KEYS names a service: make the new key there, on top of the others.\n');
  process.exit(1);
}
process.stdout.write(`A new key signs from now on: ${rotateKeys(file)} (${file})\n`);
