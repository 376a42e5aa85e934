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
