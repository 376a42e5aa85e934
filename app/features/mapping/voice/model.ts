/** Workers' own voice (domain 3): what is asked by a poster, and of how many anything is told. */

/** Nothing is told of fewer people than this: somebody who knows the site could guess who said what. */
export const leastTold = 5;

/** So many languages a poster speaks: more would be too small to read on a wall. */
export const mostLanguages = 4;

/** A poster as its company sees it. */
export type Poster = {
  id: string;
  partyId: string;
  code: string;
  languages: string[];
  madeAt: Date;
  endedAt: Date | null;
};

/** A site whose workers may be asked, as its company knows it. */
export type Site = { id: string; name: string; country: string | null; place: string };

export const posterPath = (language: string, code: string) => `/${language}/voice/${code}`;

/** In fours, as it is read from a wall. */
export const codeInFours = (code: string) => code.match(/\d{4}/g)?.join(' ') ?? code;
