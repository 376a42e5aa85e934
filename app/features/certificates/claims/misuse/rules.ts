import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../../model.ts';

type Seen = { seenOn: Day; granted: boolean };

/** Nobody needs more to show one page, one wall or one advert. */
export const mostFiles = 20;

type Shown = { recordedBy: string; raised: boolean; tied: boolean; sums: readonly string[] };

/** Whoever recorded a misuse adds what shows it, until it is a finding; `sums`: of the files there are. */
export function addFile(misuse: Shown, file: { accountId: string; sha256: string }) {
  if (misuse.recordedBy !== file.accountId) return refuse('not_recorder');
  if (misuse.tied) return refuse('tied');
  if (misuse.raised) return refuse('misuse_raised');
  if (misuse.sums.includes(file.sha256)) return refuse('same_file');
  return misuse.sums.length < mostFiles ? ok({ sha256: file.sha256 }) : refuse('files_enough');
}

/** Of a certificate that stands, also while it is suspended; `granted`: the use it goes beyond, if any, was granted. */
export function recordMisuse(certificate: Certificate, { seenOn, granted }: Seen, today: Day) {
  switch (certificate.status) {
    case 'active':
    case 'active_under_watch':
    case 'suspended':
      if (seenOn > today) return refuse('seen_later');
      return granted ? ok({ seenOn }) : refuse('use_not_granted');
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
  }
}
