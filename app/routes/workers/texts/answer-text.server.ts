import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import { counts } from '#app/features/workers/check/rules.ts';
import type { Reading, Told } from '#app/features/workers/texts/model.ts';
import { mayAnswer } from '#app/features/workers/texts/pace.server.ts';
import type { Inbound } from '#app/features/workers/texts/posted.server.ts';
import { readText } from '#app/features/workers/texts/reading.ts';
import { textsOf } from '#app/features/workers/texts/rules.ts';
import { textWords } from '#app/features/workers/texts/words/words.ts';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import { log } from '#app/platform/operation/log.server.ts';
import { within } from '#app/platform/operation/within.ts';
import { corridorIn } from '#app/platform/places.ts';
import type { Scope } from '#app/platform/scope.ts';

import { answerWorker } from '../../public/answer-check.server.ts';

type Question = Extract<Reading, { kind: 'question' }>;
type Asked = Pick<Scope, 'db' | 'now'>;

/** What came from a gateway, answered within what it waits for; by no text where it asks nothing or asks too often. */
export async function answerInbound(asked: Asked, inbound: Inbound | undefined, origin: string) {
  if (!inbound) return [];
  const reading = readText(inbound.body);
  const answers = reading.kind !== 'silent' && (await mayAnswer(inbound.from));
  return answers ? answerText(asked, reading, origin) : [];
}

/** Whoever reads the address of a gateway learns how it is used. */
export const onlyPosted = () => new Response('Send a text', { status: 405, headers: { Allow: 'POST' } });

/** Gateways give up after ten seconds or fifteen, and whoever asked would hear nothing. */
const patienceMs = 8000;

/** The texts that answer a text, in its language; none where nothing is asked of us. */
export async function answerText(asked: Asked, reading: Reading, origin: string): Promise<string[]> {
  if (reading.kind === 'silent') return [];
  const told =
    reading.kind === 'how'
      ? reading
      : await within(
          patienceMs,
          readPublic(asked, (by) => look(by, reading)),
        ).catch(unknown);
  return textsOf(textWords[reading.language], told, `${origin}/${reading.language}/check`);
}

const job = { employer: '', place: '', wage: '' };

/** Asked as the check on the page asks. */
async function look(asked: Asked, { q, language }: Question): Promise<Told> {
  const { found } = await answerWorker(asked, { q, who: '', job });
  if (found.kind === 'none') return found;
  if (found.kind === 'several') {
    const entries = found.entries.map(({ name, registrationNumber: number, country }) => ({
      ...{ name, number, place: corridorIn(language, country) },
    }));
    return { kind: 'several', entries };
  }
  const { name, registrationNumber: number, standing } = found.entry;
  const word = standingIn(language, standing.status);
  return { kind: 'one', word, counts: counts(standing), name, number };
}

/** Whatever went wrong, whoever asks is told that this is no answer. Its words may hold the question: they are not logged. */
function unknown(error: unknown): Told {
  log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'a text could not be answered');
  return { kind: 'later' };
}
