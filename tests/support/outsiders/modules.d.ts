/** What tests use of packages that bring no types. */
type OutsideDocument = Record<string, unknown>;
type OutsideLoader = (url: string) => Promise<{ document: unknown; documentUrl: string; contextUrl?: null }>;

declare module '@digitalbazaar/vc' {
  type Verified = {
    verified: boolean;
    error?: Error & { errors?: Error[] };
    statusResult?: { verified: boolean; error?: Error; results?: { status: boolean }[] };
  };
  export function verifyCredential(options: {
    credential: OutsideDocument;
    suite: object;
    documentLoader: OutsideLoader;
    now?: Date;
    checkStatus?: (options: object) => Promise<unknown>;
  }): Promise<Verified>;
  export function issue(options: {
    credential: OutsideDocument;
    suite: object;
    documentLoader: OutsideLoader;
  }): Promise<OutsideDocument>;
  /** Knows the contexts of the W3C and fetches none. */
  export const defaultDocumentLoader: OutsideLoader;
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    cryptosuite: object;
    signer?: object;
    date?: string;
  }) => object;
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): object;
  export function createSignCryptosuite(): object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  type Pair = { signer: () => object };
  export function generate(options: { controller: string; seed: Uint8Array }): Promise<Pair>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type List = {
    length: number;
    setStatus: (place: number, status: boolean) => void;
    getStatus: (place: number) => boolean;
    encode: () => Promise<string>;
  };
  export function createList(options: { length: number }): Promise<List>;
  export function decodeList(options: { encodedList: string }): Promise<List>;
  export function checkStatus(options: object): Promise<unknown>;
}

declare module 'jsonld' {
  const jsonld: {
    expand: (
      document: OutsideDocument,
      options: { safe: boolean; documentLoader: OutsideLoader },
    ) => Promise<unknown[]>;
  };
  export default jsonld;
}
