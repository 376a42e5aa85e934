import { rotateKeys } from '#app/platform/signing/key-file.server.ts';

/** Keys of a production house, which makes none by itself. */
export function signingKeysIn(folder: string) {
  const file = `${folder}/signing-keys.json`;
  rotateKeys(file);
  return file;
}
