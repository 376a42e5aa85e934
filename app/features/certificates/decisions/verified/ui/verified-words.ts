import { dayInWords } from '#app/platform/calendar.ts';

/** How a correction was seen, as its verification says; older ones say their method alone. */
export type Verified = {
  verification: string | null;
  seen: string | null;
  seenOn: string | null;
  place: string | null;
  confirmed: number | null;
  affected: number | null;
  documents: number | null;
  closingWords: string | null;
};

/** One time the recruiter said that the harm was stopped; the answer is null while there is none. */
export type Contained = { words: string; answer: string | null; reason: string | null };

/** For the panel: each time with its answer, in their order. */
export const containedInWords = (containments: readonly Contained[]) =>
  containments.map(
    ({ words, answer, reason }) => `Harm said to be stopped: ${words} ${answered(answer, reason)}`,
  );

function answered(answer: string | null, reason: string | null) {
  if (answer === null) return 'Nobody has answered that yet.';
  return answer === 'contained'
    ? 'The audit team: it is stopped.'
    : `The audit team: it is not stopped. ${reason ?? ''}`;
}

const methods: Record<string, string> = {
  desk: 'at the desk',
  on_site: 'on site',
  worker_confirmed: 'by workers',
};

/** For the panel: how, when and where it was seen, what was seen, and what the second person relied on. */
export function verifiedInWords({ verification, seen, seenOn, closingWords, ...more }: Verified): string[] {
  if (!verification) return [];
  const { place, confirmed, affected, documents } = more;
  const how = [
    `Verified ${methods[verification] ?? verification}`,
    seenOn && `on ${dayInWords(seenOn)}`,
    place && `in ${place}`,
    affected !== null && `${confirmed ?? 0} of ${affected} workers confirm it`,
    documents !== null &&
      documents > 0 &&
      `${documents} ${documents === 1 ? 'document' : 'documents'} looked at`,
  ].filter(Boolean);
  return [
    `${how.join(', ')}.`,
    ...(seen ? [`Seen: ${seen}`] : []),
    ...(closingWords ? [`Closed, relying on: ${closingWords}`] : []),
  ];
}
