import { dayOf } from '#app/platform/calendar.ts';

import { listHistory } from '../history.server.ts';
import type { Asked } from '../listed.server.ts';
import { askedDay, dayRefusals, type DayRefusal } from './asked-day.ts';
import type { Then } from './model.ts';
import { findRecordOn } from './record.server.ts';

type Answered = { status: number; page: { then: Then } };

/** What a page shows of the day its address names; undefined where it names none. */
export async function readPast(asked: Asked, number: string, url: string): Promise<Answered | undefined> {
  const day = askedDay(new URL(url).searchParams.get('asOf'), dayOf(asked.now));
  if (!day.ok) return unanswered(number, day.refusal);
  if (day.value === undefined) return undefined;
  const record = await findRecordOn(asked, number, day.value);
  if (record.ok) {
    const history = await listHistory(asked, record.value.registrationNumber, day.value);
    return { status: 200, page: { then: { kind: 'past', past: record.value, history } } };
  }
  const { refusal } = record;
  if (refusal === 'not_yet_listed') return unanswered(number, refusal);
  const status = refusal === 'removed' ? 410 : 404;
  return { status, page: { then: { kind: 'absence', absence: refusal, number } } };
}

const unanswered = (number: string, refusal: DayRefusal | 'not_yet_listed'): Answered => ({
  status: 400,
  page: { then: { kind: 'unanswered', words: dayRefusals[refusal], number } },
});
