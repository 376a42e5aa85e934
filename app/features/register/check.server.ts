import type { Asked } from './listed.server.ts';
import type { RegisterEntry } from './model.ts';
import { findByCertificate, findRecord, normalNumber } from './queries.server.ts';
import { plain } from './search/score.ts';
import { searchRegister } from './search/search.server.ts';

/** What a worker hears: one recruiter, several to choose from, or a name nobody knows. */
export type CheckResult =
  { kind: 'one'; entry: RegisterEntry } | { kind: 'several'; entries: RegisterEntry[] } | { kind: 'none' };

const most = 10;

/** From here on a match is the very name or number; one that is only like it is for the worker to recognise. */
const certain = 0.99;

/** By number or by name. A recruiter taken off the register is as unknown as one that never was: neither is safe. */
export async function checkRecruiter(asked: Asked, q: string): Promise<CheckResult> {
  const byNumber = await findByNumber(asked, q);
  if (byNumber) return { kind: 'one', entry: byNumber };
  const entries = await searchRegister(asked, { q }, { limit: most });
  const [first, second] = entries;
  if (!first) return { kind: 'none' };
  const meant = entries.filter(({ match }) => isCalled(q, match));
  const alone =
    (isCertain(first) && !(second && isCertain(second))) || (meant.length === 1 && meant[0] === first);
  return alone ? { kind: 'one', entry: first } : { kind: 'several', entries };
}

/** What was asked stands in the name as it was typed: who alone is called so is meant, whoever else is only like it. */
const isCalled = (q: string, match: { text: string } | null) => plain(match?.text ?? '').includes(plain(q));

const isCertain = ({ match }: { match: { score: number } | null }) => (match?.score ?? 0) >= certain;

async function findByNumber(asked: Asked, q: string): Promise<RegisterEntry | undefined> {
  const record = await findRecord(asked, normalNumber(q));
  if (record.ok) return record.value;
  const certificate = await findByCertificate(asked, q);
  return certificate.ok ? certificate.value.record : undefined;
}
