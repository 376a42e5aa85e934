/** What a company watches: one recruiter, a whole corridor (`NP-QA`: from where to where), or a named list of recruiters. */
export type Watched =
  | { kind: 'recruiter'; registrationNumber: string; recruiter: string }
  | { kind: 'corridor'; corridor: string }
  | { kind: 'list'; name: string; recruiters: number };
export type Watch = { id: string; madeAt: Date } & Watched;

/** Watches a company may hold at once, and recruiters that one list may name. */
export const mostWatches = 2_000;
export const mostListed = 10_000;

/** When a person hears of what their company watches. */
export const rhythms = ['at_once', 'daily', 'weekly', 'never'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Facts of the catalogue that change what the register says of a recruiter, or say that it will soon. */
export const toldTypes = [
  'application.accepted',
  'application.concluded',
  'application.withdrawn',
  'application.lapsed',
  'certificate.issued',
  'certificate.watched',
  'certificate.cleared',
  'certificate.suspended',
  'certificate.reinstated',
  'certificate.withdrawn',
  'certificate.expired',
  'certificate.returned',
  'certificate.scope_reduced',
  'certificate.scope_extended',
  'certificate.scope_returned',
  'certificate.expiring',
] as const;
export type ToldType = (typeof toldTypes)[number];

/** What the register says of a recruiter, as far as whoever watches is told; its shape is the register's own record. */
export type Reading = {
  registrationNumber: string;
  name: string;
  country: string;
  standing: { status: string; since: string; reasonClass: string | null };
  certificate: {
    number: string;
    validFrom: string;
    validUntil: string;
    corridors: string[];
    sectors: string[];
  } | null;
};

/** A change as it is kept: the register's answer when it was told, or none of a recruiter that was taken off it. */
export type Told = {
  registrationNumber: string;
  name: string;
  reading: Reading | null;
};
