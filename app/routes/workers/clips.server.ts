import type { StandingStatus } from '#app/features/certificates/model.ts';
import { markLanguageCodes, type MarkLanguage } from '#app/features/register/marks/model.ts';
import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import type { Spoken } from '#app/features/workers/check/model.ts';
import { checkWords } from '#app/features/workers/check/words/check-words.ts';
import {
  spokenAnswerOf,
  spokenAnswers,
  type ClipStanding,
  type SpokenAnswer,
} from '#app/features/workers/clips/model.ts';
import { findClip, listClips } from '#app/features/workers/clips/queries.server.ts';
import { spokenText, standingOf } from '#app/features/workers/clips/rules.ts';
import { hashOf } from '#app/features/workers/wording/catalogue.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { Remembered } from '#app/platform/kept/remembered.ts';
import type { Scope } from '#app/platform/scope.ts';

/** What is read aloud of an answer, in the words of today, and its hash. */
export function scriptOf(language: MarkLanguage, answer: SpokenAnswer) {
  const word = (status: StandingStatus) => standingIn(language, status);
  const lines = spokenText(checkWords[language], answer, word);
  return { lines, hash: hashOf(lines.join('\n'), answer) };
}

const placeOf = (language: string, answer: string) => `${language} ${answer}`;

type Clips = Awaited<ReturnType<typeof listClips>>;
const none: ReadonlyMap<string, Clips[number]> = new Map();

const hashes = new Map(
  markLanguageCodes.flatMap((language) =>
    spokenAnswers.map((answer) => [placeOf(language, answer), scriptOf(language, answer).hash] as const),
  ),
);
const isHeard = (clip: Clips[number]) =>
  standingOf(clip, hashes.get(placeOf(clip.language, clip.answer)) ?? '') === 'heard';

/** Nobody who checks a recruiter waits for this; what was heard last is played on while the database is away. */
const known = new Remembered(
  none,
  async () => {
    const heard = (await listClips(theDatabase().db)).filter(isHeard);
    return new Map(heard.map((clip) => [placeOf(clip.language, clip.answer), clip]));
  },
  { everyMs: 60_000, lost: (clips) => clips },
);

/** Where an answer is played, as of a minute ago at most; null where nobody recorded it, or not as it reads today. */
export function spokenOn(language: MarkLanguage, answer: SpokenAnswer): Spoken | null {
  const clip = known.told().get(placeOf(language, answer));
  return clip ? { href: `/${language}/clips/${answer}`, bytes: clip.bytes } : null;
}

/** The recording at an address; undefined where there is none, and for what no answer or language is called. */
export async function clipAt(lang: string | undefined, answer: string | undefined) {
  const place = placeAt(lang, answer);
  if (!place) return undefined;
  return (await known.known()).get(placeOf(place.language, place.answer));
}

/** For whoever changed one: this process plays at once what is so now. */
export const renewClips = () => known.renewed();

export const languageAt = (lang: string | undefined) => markLanguageCodes.find((code) => code === lang);

/** The answer and language an address names. */
export function placeAt(lang: string | undefined, answer: string | undefined) {
  const [language, spoken] = [languageAt(lang), spokenAnswerOf(answer)];
  return language && spoken ? { language, answer: spoken } : undefined;
}

/** All answers in one language, for staff: how each stands today, and what is read of it. */
export async function listSpoken({ db }: Pick<Scope, 'db'>, language: MarkLanguage) {
  const clips = (await listClips(db)).filter((clip) => clip.language === language);
  return spokenAnswers.map((answer) => {
    const clip = clips.find((each) => each.answer === answer);
    const { lines, hash } = scriptOf(language, answer);
    return { answer, lines, standing: standingOf(clip, hash), bytes: clip?.bytes ?? null };
  });
}

/** One answer in one language, for staff. */
export async function findSpoken(
  { db }: Pick<Scope, 'db'>,
  lang: string | undefined,
  answer: string | undefined,
) {
  const place = placeAt(lang, answer);
  if (!place) return undefined;
  const clip = await findClip(db, place);
  const script = scriptOf(place.language, place.answer);
  return { ...place, ...script, standing: standingOf(clip, script.hash), there: clip !== undefined };
}

/** How many answers workers hear, and how many are to be read again, by language. */
export async function countSpoken({ db }: Pick<Scope, 'db'>) {
  const clips = await listClips(db);
  const standings = clips.map((clip) => ({
    language: clip.language,
    standing: standingOf(clip, hashes.get(placeOf(clip.language, clip.answer)) ?? ''),
  }));
  const count = (language: string, standing: ClipStanding) =>
    standings.filter((each) => each.language === language && each.standing === standing).length;
  return Object.fromEntries(
    markLanguageCodes.map((code) => [code, { heard: count(code, 'heard'), stale: count(code, 'stale') }]),
  );
}
