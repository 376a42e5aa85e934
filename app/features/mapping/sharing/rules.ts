import { rowsOf } from '#app/questionnaire/asking.ts';
import type { Answer, Answers, Questionnaire, Row } from '#app/questionnaire/definition.ts';

import { saysYes } from '../chain/reading/rows.ts';

/** Columns that say who an actor of a chain is; by them somebody could be found. */
const naming = ['up_name', 'up_place', 'up_licence', 'up_email'];
/** Texts of other rows that name an actor. */
const mentioning = ['step_name', 'pay_to'];

const spelt = (text: unknown) =>
  typeof text === 'string'
    ? text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '')
    : '';

/**
 * What one buyer sees of an answer: the sections it was shared, without the address of anybody, and without the names
 * of those whom the respondent names to us but not to the buyer. Free texts are as they were written. Total.
 */
export function seenAnswers(asked: Questionnaire, answers: Answers, sections: readonly string[]): Answers {
  const shared = new Set(
    asked.sections
      .filter(({ name }) => sections.includes(name))
      .flatMap(({ questions }) => questions.map(({ name }) => name)),
  );
  const hidden = new Set(
    rowsOf(answers['upstream'])
      .filter((row) => !saysYes(row, 'up_may_be_seen'))
      .map((row) => spelt(row['up_name']))
      .filter(Boolean),
  );
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([name]) => shared.has(name))
      .map(([name, answer]): [string, Answer] => [name, seenAnswer(answer, hidden)]),
  );
}

function seenAnswer(answer: Answer, hidden: ReadonlySet<string>): Answer {
  if (!Array.isArray(answer)) return answer;
  const rows = rowsOf(answer);
  return rows.length === answer.length ? rows.map((row) => seenRow(row, hidden)) : answer;
}

function seenRow(row: Row, hidden: ReadonlySet<string>): Row {
  const withheld = 'up_name' in row && !saysYes(row, 'up_may_be_seen');
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === 'up_email') return [column, null];
      if (withheld && naming.includes(column)) return [column, null];
      return [column, mentioning.includes(column) && hidden.has(spelt(value)) ? null : value];
    }),
  );
}

type Upstream = {
  row: number;
  name: string;
  kind: string;
  country: string | null;
  email: string | null;
  mayInvite: boolean;
  mayBeSeen: boolean;
};

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** Whom an answer names as its own upstream, with what may be done about each. Rows without a name are nobody. */
export const upstreamIn = (answers: Answers): Upstream[] =>
  rowsOf(answers['upstream']).flatMap((row, place) => {
    const name = text(row['up_name']);
    const email = text(row['up_email']).toLowerCase();
    if (!name) return [];
    return [
      {
        ...{ row: place, name, kind: text(row['up_kind']) },
        country: text(row['up_country']) || null,
        email: email || null,
        mayInvite: saysYes(row, 'up_may_invite') && email !== '',
        mayBeSeen: saysYes(row, 'up_may_be_seen'),
      },
    ];
  });
