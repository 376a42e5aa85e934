import { refusalText } from '../../ui/refusals.ts';

/** A refusal comes with what happened and where the words are: whoever wrote them is far away. */
export const inWords = <Answer extends { outcome: string; refusal?: string }>(answer: Answer) =>
  answer.refusal === undefined
    ? answer
    : {
        ...answer,
        message: `${refusalText(answer.refusal)} Your answer was not taken, but it is kept: the team reads it under “Kept answers”, beside the indicators of the audit.`,
      };

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
