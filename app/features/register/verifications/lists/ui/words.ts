import { tableRefusalTexts } from '#app/platform/tables/table.ts';

import { standingNames, standings } from '../../../../certificates/model.ts';
import { mostItems, type Answer, type Item, type MatchedOn } from '../../model.ts';
import { mostWaiting, type ListState, type Show } from '../model.ts';

const rows = mostItems.toLocaleString('en');

const sentences: Record<string, string> = {
  ...tableRefusalTexts,
  table_too_many_rows: `The file has more than ${rows} rows, which is what one check takes. Split it and send the parts one after another; nothing of it was kept.`,
  file_missing: 'Choose a file first.',
  list_without_rows:
    'The file has a row of headings and nothing below it. Choose the file with your suppliers in it.',
  too_many_lists: `${mostWaiting} lists of your company wait to be checked, the most there may be. Finish or delete one, or wait a day.`,
  nothing_to_check:
    'Nothing could be read as a name or a number in the columns you chose. Look at the first rows below and choose again. Cells with formulas are not read: copy the column and paste it as values.',
  list_being_checked: 'This list is being checked already.',
  list_checked: 'This list was checked already. Send the file again for a new check.',
  nothing_chosen: 'Nothing was chosen. Choose one of the candidates of a row, or none of them.',
  nothing_to_choose: 'One of these rows has nothing to choose. Open the page again.',
  no_candidate: 'What was chosen is no candidate of its row. Open the page again.',
  nobody_to_save:
    'No row of this list is a match or was confirmed, so there is nobody to put into a portfolio.',
  name_taken: 'Your company has a portfolio of this name. Give another name, or delete that one first.',
  too_many_portfolios: 'Your company has as many portfolios as there may be. Delete one first.',
  empty_portfolio: 'Nobody of this portfolio is on the register any more, so there is nothing to watch.',
  too_many_watches: 'Your company watches as many things as there may be. End a watch first.',
};

/** A no to whoever checks a list, and what to do about it. */
export const refusalText = (refusal: string) => sentences[refusal] ?? 'This is not possible now.';

export const matchedOnWords: Record<MatchedOn, string> = {
  registration_number: 'Registration number',
  certificate_number: 'Certificate number',
  licence_number: 'Licence number',
  phone_number: 'Phone number',
  name: 'Name',
  local_name: 'Name in local script',
  trading_name: 'Trading name',
  former_name: 'Former name',
};

export const showWords: Record<Show, string> = {
  all: 'All rows',
  match: 'Match',
  choose: 'To be confirmed',
  chosen: 'Confirmed by you',
  none: 'No match',
  unchecked: 'Not checked',
};

export const absenceWords: Record<Extract<Answer, { outcome: 'no_match' }>['reason'], string> = {
  unknown: 'Nobody by that name or number is on the register. That does not mean they are safe.',
  removed: 'Taken off the register: not certified.',
  not_yet_listed: 'Was not on the register on that day: not certified then.',
};

type Outcome = { answer: Answer | null; choice: { registrationNumber: string | null } | null };

/** What a row was answered, in two or three words. */
export function outcomeWords({ answer, choice }: Outcome) {
  if (!answer) return showWords.unchecked;
  if (answer.outcome === 'match') return showWords.match;
  if (answer.outcome === 'no_match') return showWords.none;
  if (!choice) return showWords.choose;
  return choice.registrationNumber === null ? 'None of the candidates' : showWords.chosen;
}

/** A standing by its code, as it was when it was answered. */
export function standingWords(status: string) {
  const known = standings.find((standing) => standing === status);
  return known ? standingNames[known] : status;
}

export const stateWords: Record<ListState, string> = {
  read: 'Waits for you to say which column is what',
  checking: 'Being checked',
  stalled: 'Stands still',
  checked: 'Checked',
};

type Counted = { state: ListState; rows: number; done: number } & Record<
  'matched' | 'ambiguous' | 'unmatched',
  number | null
>;

/** How far a list is, or what came of it. */
export function progressInWords({ state, rows: all, done, matched, ambiguous, unmatched }: Counted) {
  if (state === 'checked')
    return `${matched ?? 0} match, ${ambiguous ?? 0} ambiguous, ${unmatched ?? 0} no match`;
  return state === 'read'
    ? `${all.toLocaleString('en-GB')} rows`
    : `${done.toLocaleString('en-GB')} rows so far`;
}

/** What a row asks about, as it was asked. */
export const askedWords = (item: Item | null) =>
  item
    ? [item.name, item.registrationNumber, item.licenceNumber, item.certificateNumber]
        .filter((part) => part !== undefined)
        .join(' · ')
    : 'Not asked';
