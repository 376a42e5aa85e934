import { sealed } from './compact.ts';

/** The open half of a key: whoever has it seals, and nobody opens with it. */
export type Lock = { kty: 'EC'; crv: 'P-256'; x: string; y: string; kid: string };

export const envelope = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;

/** Words for whoever holds the other half of `lock`: a browser seals them and cannot open them again. */
export const sealTo = ({ kid, ...key }: Lock, about: string, text: string) =>
  sealed({ header: { ...envelope, kid }, key }, about, text);
