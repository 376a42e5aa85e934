import { tableRefusalTexts } from '#app/platform/tables/table.ts';
import type { QuestionType } from '#app/questionnaire/definition.ts';

const refusals: Record<string, string> = {
  saved_meanwhile:
    'Somebody changed this draft after you opened this page. Your words are still here: open the draft in a new tab, compare, and save again from a page you open anew.',
  already_published:
    'This draft was published. It stands as it is: begin the next version to change anything.',
  newer_version:
    'Another version was published after this draft was begun, and publishing this one would undo it. Begin a draft from the newest version and bring your changes into that.',
  faulty: 'Something in this draft leads nowhere yet. Correct what the draft lists, then publish.',
  unchanged: 'Nothing in this draft differs from the version that is asked now.',
  name_taken: 'Something else has this name already. Names are used once in the whole questionnaire.',
  not_empty: 'It still holds questions. Take those out first, one by one, so that none is lost unseen.',
  rows_in_rows: 'Rows hold no rows. Choose another type.',
  still_written: 'Something is still written in a language you took out. Take those words out first.',
  too_large: 'This draft has grown larger than any questionnaire we ask. Shorten it.',
  not_read: 'The file could not be taken. Nothing of it was kept.',
  file_missing: 'Choose a file first.',
};

export const refusalText = (refusal: string) =>
  refusals[refusal] ?? 'This cannot be done now. Open the page again.';

export const typeNames: Record<QuestionType, string> = {
  text: 'Short text',
  long_text: 'Long text',
  lines: 'Lines, one a line',
  integer: 'Whole number',
  decimal: 'Number with decimals',
  day: 'Day',
  yes_no: 'Yes or no',
  choice: 'One from a list',
  choices: 'Several from a list',
  tick: 'A box to tick',
  rows: 'Rows of a table',
};

/** Why a file was not taken at all. */
export const fileRefusalText = (refusal: string) => fileTexts.get(refusal) ?? refusalText(refusal);
const fileTexts = new Map<string, string>(Object.entries(tableRefusalTexts));
