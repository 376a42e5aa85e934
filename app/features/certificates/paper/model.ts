import type { States } from '#emails/certificates/states.ts';

/** What stands on a certificate's paper, in the languages people of a holder are written to in. */
export type Words = {
  title: string;
  holder: string;
  localName: string;
  recruiterId: string;
  licences: string;
  number: string;
  status: string;
  validity: string;
  standard: string;
  offices: string;
  corridors: string;
  sectors: string;
  exclusions: string;
  notCovered: string;
  auditBody: string;
  decision: string;
  previous: string;
  /** With `{day}`. */
  since: string;
  /** With `{from}` and `{until}`. */
  period: string;
  none: string;
  /** Instead of what is written in a script we have no letters of; with `{number}`. */
  unprintable: string;
  /** Beside the code. */
  scan: string;
  stop: string;
  /** That the page in English counts; empty on that page. */
  binding: string;
};

export type PaperStatus = keyof States;
