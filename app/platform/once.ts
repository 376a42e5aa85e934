import { z } from 'zod';

import { ok, refuse, type Result } from './result.ts';

/** The number of a record, given by the page that asks for it: sent twice, the record comes once. */
export const givenId = {
  id: z.uuid('This page was older than the form it holds. Your answers are kept: send them once more'),
};

/** Pages always give it; what the house records by itself needs none. */
export type Given<Form extends { id: string }> = Omit<Form, 'id'> & { id?: string | undefined };

type Row = Record<string, unknown>;

/** What came under a number that is taken: the same again is answered as it was, anything else is refused. */
export function sentAgain<Kept extends Row & { id: string }>(kept: Kept, sent: Row) {
  const same = Object.entries(sent).every(([name, value]) => (kept[name] ?? null) === (value ?? null));
  return same ? ok({ id: kept.id, again: true as const }) : refuse('sent_before');
}

/** Whether what came was there already: a file that came with it once more is not kept. */
export const cameAgain = ({ value }: Extract<Result<unknown>, { ok: true }>) =>
  typeof value === 'object' && value !== null && 'again' in value;

/** On a page that was told of one that reads the same: this is another record, and not that one once more. */
export const anotherOne = { another: z.literal('on').optional() };
