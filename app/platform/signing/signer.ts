/** An Ed25519 public key of 32 bytes; `id` is its thumbprint (RFC 7638). */
export type PublicKey = { id: string; bytes: Uint8Array };

/** Signs with Ed25519 (RFC 8032): 64 bytes. A file of keys, or a service of one's own before a KMS: the same three members. */
export type Signer = PublicKey & { sign(bytes: Uint8Array): Promise<Uint8Array> };

/** The newest key signs. Older ones stay public, so that what they signed still verifies. */
export type Keyring = { signer(): Promise<Signer>; publicKeys(): Promise<PublicKey[]> };

/** JSON as it is signed: an object, whatever is in it. */
export type Document = Record<string, unknown>;
