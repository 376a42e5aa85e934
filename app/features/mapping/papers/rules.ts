import { ok, refuse } from '#app/platform/result.ts';

import type { Paper } from './model.ts';

/** Whoever asks gets a file once it was looked at, or where this installation has no scanner. */
export function open({ scan }: Pick<Paper, 'scan'>) {
  if (scan === 'quarantined') return refuse('file_being_checked');
  return scan === 'infected' ? refuse('file_infected') : ok({});
}

/** What the scanner found is said once. */
export const settleScan = (paper: Pick<Paper, 'scan'> | undefined) =>
  paper?.scan === 'quarantined' ? ok({}) : refuse('already_scanned');
