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
  since: string;
  from: string;
  until: string;
  none: string;
  /** Beside the code. */
  scan: string;
  stop: string;
  states: Record<PaperStatus, string>;
};

export type PaperStatus =
  'active' | 'active_under_watch' | 'suspended' | 'withdrawn' | 'expired' | 'superseded' | 'transferred';
