import { askedAs, askedToday } from '#app/features/mapping/voice/asked.server.ts';
import { askingView, type AskingView } from '#app/features/mapping/voice/asking-view.ts';
import { sendAnswers } from '#app/features/mapping/voice/commands.server.ts';
import { sentForm } from '#app/features/mapping/voice/forms.ts';
import { findByCode } from '#app/features/mapping/voice/queries.server.ts';
import { pageAfter, readTyped, typedIn } from '#app/features/mapping/voice/taking.ts';
import type { Trouble } from '#app/features/mapping/voice/ui/asking-page.tsx';
import type { MarkLanguage } from '#app/features/register/marks/model.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { CounterStore } from '#app/platform/limits.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { orNotSaved } from '../report/saving.server.ts';

type House = Pick<Scope, 'db' | 'now'> & { language: MarkLanguage };
type Answer =
  | { show: 'asked'; asked: AskingView; trouble?: Trouble | undefined }
  | { show: 'thanks' }
  | { show: 'unknown' };
export type Taken = { status: number; answer: Answer };

const unknown: Taken = { status: 404, answer: { show: 'unknown' } };

/** The first page, with the number that makes the same form count once. */
export async function firstPage({ db, now, language }: House, code: string): Promise<Taken> {
  const poster = await findByCode(db, code);
  if (!poster || poster.endedAt) return unknown;
  const at = { id: crypto.randomUUID(), page: 0, typed: {}, problems: {}, language, today: dayOf(now) };
  return { status: 200, answer: { show: 'asked', asked: askingView(await askedToday(db), at) } };
}

/** A page that was sent: on to the next, back, or kept; nothing is kept before all of it is. */
export async function takePage(
  house: House & { pool: CounterStore },
  code: string,
  form: FormData,
): Promise<Taken> {
  const { db, now, language } = house;
  const read = sentForm.safeParse(Object.fromEntries(form));
  if (!read.success) return { ...(await firstPage(house, code)), status: 400 };
  const { id, version, page, go } = read.data;
  const questionnaire = (await askedAs(db, version)) ?? (await askedToday(db));
  const today = dayOf(now);
  const typed = typedIn(questionnaire, form);
  const { answers, problems } = readTyped(questionnaire, typed, { today, language });
  const next = pageAfter(questionnaire, { page, go }, problems);
  const show = (at: number, trouble?: Trouble): Taken => ({
    status: trouble === undefined ? 200 : trouble === 'later' ? 503 : 400,
    answer: {
      ...{ show: 'asked', trouble },
      asked: askingView(questionnaire, {
        ...{ id, page: at, typed, language, today, problems: trouble === 'fix' ? problems : {} },
      }),
    },
  });
  if (next !== 'done')
    return show(next, go === 'send' || (go === 'next' && next === page) ? 'fix' : undefined);
  const sent = await orNotSaved(() => sendAnswers(house, code, { id, questionnaire, language, answers }));
  if (sent.ok) return { status: 200, answer: { show: 'thanks' } };
  if (sent.refusal === 'unknown' || sent.refusal === 'ended') return unknown;
  return show(page, sent.refusal === 'empty' ? 'empty' : 'later');
}
