import { sealTo, type Lock } from '#app/platform/sealed/envelope.ts';

import { aboutInterview } from '../../../interviews/away/about.ts';
import { keyAway } from '../../../interviews/keys.ts';
import { pointsAt } from '../../../interviews/pointing.ts';
import { limits } from '../model.ts';

/** An interview as it stands on its form, and nowhere else: it is sealed before anything is kept. */
export type Said = Record<
  | ('origin' | 'destination' | 'sector' | 'stage' | 'sex' | 'reached' | 'employer' | 'subAgent')
  | ('outcome' | 'notes' | 'name' | 'phone'),
  string
>;

const asked = [
  ['origin', 'Choose the country the worker comes from'],
  ['destination', 'Choose the country the worker goes to'],
  ['sector', 'Choose the sector'],
  ['stage', 'Choose where the worker is on the way'],
  ['sex', 'Choose woman, man, or other'],
  ['reached', 'Choose how the worker was reached'],
  ['outcome', 'Choose what became of the interview'],
] as const;

export type InterviewProblem = { field: keyof Said; message: string };

/** The same demands as the server makes once it is opened: here is the last place where they can still be met. */
export function problemOf(said: Said): InterviewProblem | undefined {
  const missing = asked.find(([field]) => said[field] === '');
  if (missing) return { field: missing[0], message: missing[1] };
  if (said.name.trim().length > 200) return { field: 'name', message: 'A name has 200 characters at most' };
  if (said.phone.trim().length > 50)
    return { field: 'phone', message: 'A telephone number has 50 characters at most' };
  if (said.outcome !== 'done') return undefined;
  if (said.notes.trim() === '') return { field: 'notes', message: 'Write what the worker said' };
  if (said.notes.trim().length > limits.text)
    return { field: 'notes', message: 'This is too long: 10,000 characters at most' };
  return pointsAt(said)
    ? {
        field: 'notes',
        message:
          'The notes hold the worker’s name or number. Take it out: the notes stay when both are destroyed',
      }
    : undefined;
}

type With = { auditId: string; lock: Lock; known: readonly string[] };

/** Nothing where no key is left. Whoever refused or was not reached said nothing. */
export async function sealedOf(said: Said, { auditId, lock, known }: With) {
  const pseudonym = keyAway(known, (below) => Math.floor((random() / 2 ** 32) * below));
  if (pseudonym === undefined) return undefined;
  const about = { interviewId: crypto.randomUUID(), pseudonym };
  const { notes, ...worker } = said;
  const words = JSON.stringify(said.outcome === 'done' ? { ...worker, notes } : worker);
  return { ...about, sealed: await sealTo(lock, aboutInterview(auditId, about), words) };
}

const random = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
