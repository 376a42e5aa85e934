import type { Tone } from '#app/ui/status-tag.tsx';

import type { Residual, State, StepKind } from '../model.ts';
import { indicatorNames, stateNames } from '../model.ts';

export const stateTones: Record<State, Tone> = {
  planned: 'neutral',
  under_way: 'applicant',
  done: 'watch',
  effective: 'certified',
  not_effective: 'suspended',
};

export const stepNames: Record<StepKind, string> = {
  ...stateNames,
  evidence: 'Evidence',
  changed: 'Owner or day changed',
};

export const indicatorOptions = Object.entries(indicatorNames).map(([value, label]) => ({ value, label }));

/** An indicator by its code; nothing for what is none. */
export const indicatorName = (code: string | null) =>
  Object.entries(indicatorNames).find(([value]) => value === code)?.[1];

/** "62 of 100, by the last score". */
export const residualInWords = (residual: Residual) =>
  residual.from === 'score'
    ? `${residual.risk} of 100, by the last score`
    : `${residual.risk} of 100, judged: ${residual.why}`;

const sentences: Record<string, string> = {
  no_such_party: 'This party is not in your chain any more. Choose another one.',
  no_such_colleague: 'This person is not of your company any more. Choose another one.',
  not_the_next_step: 'The action stands elsewhere by now, perhaps by a colleague’s step. Look at it again.',
  say_the_risk: 'Say how high the residual risk is now, and how you judged it.',
  say_why_the_risk: 'Say how you judged the risk: it stands beside the number.',
  verified_already: 'It was verified that this worked. It changes no more.',
  sent_before: 'This came already, perhaps by a second click. Nothing was recorded twice.',
  no_such_item: 'What you chose is not owed any more. Choose again.',
  no_amount: 'Enter an amount above zero in the currency of what you chose, such as 1,250.',
  more_than_owed:
    'This is more than is still owed. If it is right, say below why more is paid, and send it once more.',
  more_than_affected: 'So many workers are not affected. Add the others first, or correct the number.',
  more_than_made_whole: 'So many workers do not have everything back yet.',
  not_yet: 'This day is still to come. Record it when it has happened.',
  no_such_entry: 'Choose an entry of this ledger.',
  corrected_before: 'This entry was taken back already.',
  paid_already: 'Something was paid of this. Take the payment back first.',
  made_whole_already: 'So many workers were made whole already. Take the payment back first.',
  confirmed_already: 'Workers confirmed this payment. Take their confirmation back first.',
  file_being_checked: 'This file is being checked for viruses. Try again in a few minutes.',
  file_infected: 'A virus was found in this file. It was removed.',
};

/** A no in words, and what to do about it. */
export const refusalText = (refusal: string) => sentences[refusal] ?? 'This is not possible now.';
