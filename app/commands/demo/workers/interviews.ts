import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import type { Stratum } from '#app/features/audits/interviews/model.ts';
import { isSector } from '#app/platform/industries.ts';
import type { Auditor } from '#app/platform/scope.ts';

import { done, scopeOf, type Story } from '../stage.ts';

type Heard = Pick<Stratum, 'sex' | 'stage' | 'reached'> & {
  outcome: 'done' | 'refused' | 'unreachable';
  notes: string;
};

const workers: Heard[] = [
  {
    ...{ sex: 'female', stage: 'later', reached: 'without_recruiter', outcome: 'done' },
    notes:
      'Demonstration. The worker paid for a medical test at a clinic the agent named, and kept the receipt.',
  },
  {
    ...{ sex: 'male', stage: 'first_months', reached: 'without_recruiter', outcome: 'done' },
    notes: 'Demonstration. The worker paid nothing, and holds a contract in a language the worker reads.',
  },
  {
    ...{ sex: 'male', stage: 'returned', reached: 'without_recruiter', outcome: 'done' },
    notes: 'Demonstration. The worker came back a year ago; travel to the capital was paid by the worker.',
  },
  {
    ...{ sex: 'female', stage: 'pre_departure', reached: 'through_recruiter', outcome: 'done' },
    notes: 'Demonstration. The worker waits for a visa; the passport is with the worker.',
  },
  { ...{ sex: 'male', stage: 'later', reached: 'through_recruiter', outcome: 'refused' }, notes: '' },
  { ...{ sex: 'female', stage: 'later', reached: 'without_recruiter', outcome: 'unreachable' }, notes: '' },
];

/** Workers of this audit, invented and marked as such; answers with the keys of those who were heard. */
export async function hearWorkers(story: Story, auditId: string, auditor: Auditor) {
  const { corridors, sectors } = story.recruiter;
  const keys: string[] = [];
  for (const [index, { outcome, notes, ...stratum }] of workers.entries()) {
    const [origin = '', destination = ''] = (corridors[index % corridors.length] ?? '').split('-');
    const worker = { ...stratum, origin, destination, sector: sectors.find(isSector) ?? ('F' as const) };
    const who = { name: `Invented Person ${index + 1}`, phone: '' };
    const scope = scopeOf(story, auditor, 80.5);
    const { id, pseudonym } = await done(
      recordInterview(scope, auditId, { ...worker, ...who }),
      'add a worker',
    );
    if (outcome === 'done') {
      await done(writeInterview(scope, auditId, id, { ...who, notes, revision: 0 }), 'write an interview');
      keys.push(pseudonym);
    } else await done(endInterview(scope, auditId, id, outcome), 'end an interview');
  }
  return keys;
}

/** "Interviews 1 and 3" by the keys they have in this audit. */
export const byKeys = (text: string, keys: readonly string[]) =>
  text.replace(/\{(\d+)\}/g, (_, number: string) => keys[(Number(number) - 1) % keys.length] ?? '');
