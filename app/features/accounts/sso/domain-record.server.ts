import { Resolver } from 'node:dns/promises';

/** Texts published under a name, each in its pieces. */
export type LookUp = (name: string) => Promise<string[][]>;

const nothingThere = ['ENOTFOUND', 'ENODATA', 'NOTFOUND', 'NXDOMAIN'];

/** Asks the system's name servers, five seconds in all. Nothing there is an answer; no answer is a fault. */
export const lookUpTexts: LookUp = async (name) => {
  const resolver = new Resolver({ timeout: 2500, tries: 2 });
  const limit = setTimeout(() => resolver.cancel(), 5000);
  try {
    return await resolver.resolveTxt(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && nothingThere.includes(String(error.code))) return [];
    throw error;
  } finally {
    clearTimeout(limit);
  }
};
