import { questionTypes, type ExpressionText, type Question, type QuestionType } from '../definition.ts';
import { wordsIn, type FormLine, type Note } from './heads.ts';
import { bothHold, fromXlsForm, requiredIn } from './expressions.ts';
import { notTaken, typesOf } from './layout.ts';

/** "select one ways" and "select_one ways" say the same; `list` is the word after it. */
export function typeIn(text: string): { word: string; list: string | undefined; rest: string } {
  const [first = '', second = '', ...more] = text.trim().split(/\s+/);
  const both = `${first}_${second}`.toLowerCase();
  if (/^(select_(one|multiple)|(begin|end)_(group|repeat))$/.test(both))
    return { word: both, list: more[0], rest: more.slice(1).join(' ') };
  return { word: first.toLowerCase(), list: second || undefined, rest: more.join(' ') };
}

type At = { sheet: string; note: Note; group: ExpressionText | undefined };

/** One row that asks something, `begin_repeat` included; undefined where it cannot be taken, with the reasons noted. */
export function questionIn(line: FormLine, at: At): Question | undefined {
  const refuse = (column: string, reason: string) =>
    at.note({ sheet: at.sheet, row: line.row, column, reason });
  const { word, list, rest } = typeIn(line.plain.get('type') ?? '');
  const type = exactType(line, word, refuse);
  const name = line.plain.get('name');
  if (name === undefined) refuse('name', 'A question has a name');
  if (!line.words.has('label')) refuse('label', 'A question has a label');
  if (rest) refuse('type', `“${rest}” after the list cannot be taken`);
  for (const column of line.plain.keys())
    if (notTaken.test(column)) refuse(column, 'Nothing here can do this. Empty the cell.');
  const label = wordsIn(line, 'label', at);
  if (!type || name === undefined || !label) return undefined;
  return {
    name,
    type,
    label,
    ...worded(line, at),
    ...conditions(line, at, refuse),
    ...extras(line, refuse),
    ...(type === 'choice' || type === 'choices' ? { list } : {}),
  };
}

type Refuse = (column: string, reason: string) => void;

function exactType(line: FormLine, word: string, refuse: Refuse): QuestionType | undefined {
  if (word === 'begin_repeat') return 'rows';
  const possible = Object.hasOwn(typesOf, word) ? typesOf[word] : undefined;
  const exact = line.plain.get('fairroute_type');
  if (!possible) {
    refuse('type', `“${word}” is no kind of question here`);
    return undefined;
  }
  if (exact !== undefined) {
    const found = questionTypes.find((type) => type === exact && possible.includes(type));
    if (!found) refuse('fairroute_type', `“${exact}” is not what “${word}” can be`);
    return found;
  }
  const long = /\bmultiline\b/.test(line.plain.get('appearance') ?? '') && possible.includes('long_text');
  return long ? 'long_text' : possible[0];
}

function worded(line: FormLine, at: At): Pick<Question, 'hint' | 'noun'> {
  const hint = wordsIn(line, 'hint', at);
  const noun = wordsIn(line, 'fairroute_noun', at);
  return { ...(hint ? { hint } : {}), ...(noun ? { noun } : {}) };
}

function conditions(
  line: FormLine,
  at: At,
  refuse: Refuse,
): Pick<Question, 'required' | 'relevant' | 'constraint'> {
  const text = (column: string) => {
    const own = line.plain.get(column);
    return own === undefined ? undefined : fromXlsForm(own);
  };
  const required = requiredIn(line.plain.get('required') ?? '');
  const relevant = bothHold(at.group, text('relevant'));
  const that = text('constraint');
  const message = wordsIn(line, 'constraint_message', at);
  if (that !== undefined && !message && !line.words.has('constraint_message'))
    refuse('constraint_message', 'Say in words what is wrong where the constraint does not hold');
  if (that === undefined && message) refuse('constraint', 'There is a message, but no constraint');
  return {
    ...(required === undefined ? {} : { required }),
    ...(relevant === undefined ? {} : { relevant }),
    ...(that !== undefined && message ? { constraint: { that, message } } : {}),
  };
}

const kinds = ['email', 'phone', 'web'] as const;

function extras({ plain }: FormLine, refuse: Refuse): Pick<Question, 'kind' | 'latin' | 'most'> {
  const said = plain.get('fairroute_kind');
  const kind = kinds.find((each) => each === said);
  if (said !== undefined && !kind) refuse('fairroute_kind', `This is one of ${kinds.join(', ')}`);
  const latin = plain.get('fairroute_latin');
  const many = plain.get('fairroute_most');
  const most = many === undefined ? undefined : Number(many);
  const counts = most === undefined || (Number.isFinite(most) && most > 0);
  if (!counts) refuse('fairroute_most', 'This is a number above 0');
  return {
    ...(kind ? { kind } : {}),
    ...(latin === undefined ? {} : { latin }),
    ...(most !== undefined && counts ? { most } : {}),
  };
}
