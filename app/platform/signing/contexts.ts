/** The W3C's, which every credential names first (VC data model 2.0, 4.3). */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';

/** Where our own stands. By its address: a context written into a credential is refused by other verifiers. */
export const ownContext = (origin: string) => `${origin}/contexts/register/v1`;
