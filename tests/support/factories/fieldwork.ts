import { randomUUID } from 'node:crypto';

import { syncFieldwork } from '#app/features/audits/fieldwork/commands/sync-fieldwork.server.ts';
import type { Hearing, Raising } from '#app/features/audits/fieldwork/forms.ts';
import { aboutInterview } from '#app/features/audits/interviews/away/about.ts';
import { lockOf } from '#app/features/audits/interviews/away/opening.server.ts';
import { sealTo } from '#app/platform/sealed/envelope.ts';
import type { Scope } from '#app/platform/scope.ts';

import { done, now } from './audits.ts';
import { aWorker } from './interviews.ts';

/** An edit as a device sends it. */
export const anEdit = (seq: number, code: string, note: string, base = 0) => ({
  ...{ id: randomUUID(), seq, kind: 'assess' as const, code, base, madeAt: now },
  ...{ conformity: 'conforms' as const, note, evidence: '' },
});
/** A finding as a device sends it. */
export const aRaising = (seq: number, code: string): Raising => ({
  ...{ id: randomUUID(), seq, kind: 'raise', code, madeAt: now, findingId: randomUUID() },
  ...{ grade: 'major', requirementKind: 'standard', lawInstrument: '', lawPlace: '' },
  gradingReasons: '',
  ...{ statement: 'Receipts are missing for March.', evidence: 'Seen in the till book.' },
});
/** An interview as a device seals and sends it, for its audit or, where `auditId` is another's, past it. */
export async function aHearing(seq: number, auditId: string, said: object = heardAway): Promise<Hearing> {
  const about = { interviewId: randomUUID(), pseudonym: `W-${200 + seq}` };
  const sealed = await sealTo(lockOf(auditId), aboutInterview(auditId, about), JSON.stringify(said));
  return { ...about, id: randomUUID(), seq, kind: 'interview', madeAt: now, sealed };
}
export const heardAway = { ...aWorker, outcome: 'done', notes: 'She paid zanzibarite money to a broker.' };
type Sent = ReturnType<typeof anEdit> | Raising | Hearing;

/** A device with a count of its own. */
export function aDevice(scope: Scope, auditId: string, device: string = randomUUID()) {
  let seq = 0;
  const sends = (operations: Sent[]) => syncFieldwork(scope, auditId, { device, operations });
  return {
    device,
    sends,
    edits: async (code: string, note: string, base = 0) =>
      done(await sends([anEdit((seq += 1), code, note, base)])).results[0],
  };
}
