import { timeInWords } from '#app/platform/calendar.ts';
import { alikeSince } from '#app/platform/records/alike.ts';

import { refusalText as findingRefusalText } from '../../findings/ui/refusals.ts';
import { refusalText } from '../../ui/refusals.ts';

/** A refusal comes with what happened and where the words are: whoever wrote them is far away. */
export function inWords<Answer extends { outcome: string; kind?: string; refusal?: string }>(answer: Answer) {
  const { refusal, kind } = answer;
  if (refusal === undefined) return answer;
  if (kind === 'interview') return { ...answer, message: hearingWords(refusal) };
  const what = kind === 'raise' ? 'finding' : 'answer';
  const why = kind === 'raise' ? raisingWords(refusal) : answerWords(refusal);
  return {
    ...answer,
    message: `${why} Your ${what} was not taken, but it is kept: the team reads it under “Kept answers”, beside the indicators of the audit.`,
  };
}

const stillSealed =
  'It was not recorded, but it is kept, sealed: the team opens it under “Kept answers”, beside the indicators of the audit.';

const hearingWords = (refusal: string) =>
  refusal === 'not_sealed' ? interviewWords(refusal) : `${interviewWords(refusal)} ${stillSealed}`;

const hearing: Record<string, string> = {
  not_sealed: 'What arrived is no sealed interview: nothing of it could be kept. It stays on its device.',
  seal_broken:
    'This interview could not be opened: it was altered on its way, it was sealed for another audit, or the key it was sealed with is missing from the key file of this installation.',
  interview_incomplete:
    'Something is missing: who the worker is in the sample, or what became of the interview.',
  sent_before: 'This interview arrived before in other words, and those stand.',
};

/** What is said of an interview that a device sealed and that was not recorded. */
export const interviewWords = (refusal: string) => hearing[refusal] ?? answerWords(refusal);

const couldNot =
  'This could not be taken, for a reason nobody foresaw: it stands in the log of this installation.';

/** What is said of an answer that was not taken. */
export const answerWords = (refusal: string) =>
  refusal === 'could_not_be_taken' ? couldNot : refusalText(refusal);

const raising: Record<string, string> = {
  could_not_be_taken: couldNot,
  sent_before:
    'This finding arrived before in other words, and those stand: they are among the findings of its indicator.',
  finding_incomplete:
    'Something is missing: a grade, what does not conform, what shows it, or the law’s name and place.',
};

/** What is said of a finding that a device raised and that was not taken. */
export function raisingWords(refusal: string) {
  const since = alikeSince(refusal);
  return since === undefined
    ? (raising[refusal] ?? findingRefusalText(refusal))
    : `You raised a finding in the same words on this indicator, recorded at ${timeInWords(since)}. If this is another one, raise it with a network.`;
}

const batch: Record<string, string> = {
  out_of_order: 'Some answers before these have not arrived. Send them first.',
  operation_taken:
    'An answer of this number came from another device or for another audit. Nothing was taken.',
};
export const lateWords = (refusal: string) => batch[refusal] ?? refusalText(refusal);

const photos: Record<string, string> = {
  file_missing: 'Choose a photo.',
  file_type_refused: 'This is not a photo (JPEG, PNG or WebP). Nothing was stored.',
  file_too_large: 'This photo is larger than 10 MB. Nothing was stored.',
  file_empty: 'This file is empty. Nothing was stored.',
  file_unreadable: 'This photo is damaged or far too large. Nothing was stored.',
  storage_unavailable: 'The photo could not be stored just now. Try again.',
  photo_taken: 'A photo of this number is there already, and shows something else. Nothing was stored.',
};
/** What is said of a photo that was not taken: whoever has it keeps it. */
export const photoWords = (refusal: string) =>
  photos[refusal] ?? `${refusalText(refusal)} The photo was not taken: keep it where it is.`;
