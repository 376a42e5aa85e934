import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A device that makes passkeys and answers with them, as an authenticator does (WebAuthn, none attestation, ES256). */
export function aPasskeyDevice(origin = 'http://127.0.0.1:3000') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;

  /** Who asks, what was done (present, verified), how often. */
  const head = (flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((counter += 1));
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), count]);
  };
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const answered = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
  };

  return {
    make(challenge: string, { verified = true } = {}) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const key = map(
        [int(1), int(2)],
        [int(3), int(-7)],
        [int(-1), int(1)],
        [int(-2), bytes(x)],
        [int(-3), bytes(y)],
      );
      const length = Buffer.from([0, id.length]);
      const data = Buffer.concat([head(verified ? 0x45 : 0x41), Buffer.alloc(16), length, id, key]);
      const attestation = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), bytes(data)],
      );
      return {
        ...answered,
        response: {
          clientDataJSON: client('webauthn.create', challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
        clientExtensionResults: {},
      };
    },
    answer(challenge: string, { verified = true, back = 0 } = {}) {
      counter -= back;
      const data = head(verified ? 0x05 : 0x01);
      const clientData = client('webauthn.get', challenge);
      return {
        ...answered,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey).toString(
            'base64url',
          ),
        },
        clientExtensionResults: {},
      };
    },
  };
}

const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest();

/** The little of CBOR that is needed: small numbers, texts, byte strings, maps. */
const header = (kind: number, size: number) =>
  size < 24
    ? Buffer.from([(kind << 5) | size])
    : size < 256
      ? Buffer.from([(kind << 5) | 24, size])
      : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
const int = (value: number) => (value < 0 ? header(1, -1 - value) : header(0, value));
const text = (value: string) => Buffer.concat([header(3, value.length), Buffer.from(value)]);
const bytes = (value: string | Buffer) => {
  const raw = typeof value === 'string' ? Buffer.from(value, 'base64url') : value;
  return Buffer.concat([header(2, raw.length), raw]);
};
const map = (...pairs: Buffer[][]) => Buffer.concat([header(5, pairs.length), ...pairs.flat()]);
