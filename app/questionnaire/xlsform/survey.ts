import type { ExpressionText, QuestionnaireSection, Words } from '../definition.ts';
import { wordsIn, type FormLine, type FormSheet, type Note } from './heads.ts';
import { fromXlsForm } from './expressions.ts';
import { unasked } from './layout.ts';
import { questionIn, typeIn } from './question.ts';

/** Where each section, question and column stands, for whoever corrects the form. */
export type Placed = Map<string, number>;

type Open = { kind: 'group' | 'repeat' | 'refused'; row: number };
type State = {
  sheet: string;
  note: Note;
  title: Words;
  sections: QuestionnaireSection[];
  placed: Placed;
  open: Open[];
  /** Of the group that is open. */
  relevant: ExpressionText | undefined;
};

/** The survey's rows as sections. What stands in no group becomes a section under the form's title. */
export function sectionsIn({ name, lines }: FormSheet, title: Words, note: Note) {
  const state: State = {
    sheet: name,
    note,
    title,
    sections: [],
    placed: new Map(),
    open: [],
    relevant: undefined,
  };
  for (const line of lines) take(line, state);
  for (const { kind, row } of state.open)
    refuse(state, row, `This ${kind === 'repeat' ? 'repeat' : 'group'} is not ended`);
  for (const section of state.sections)
    if (section.questions.length === 0)
      refuse(state, state.placed.get(section.name), 'This group asks nothing');
  return { sections: state.sections, placed: state.placed };
}

const refuse = ({ note, sheet }: State, row: number | undefined, reason: string) =>
  note({ sheet, row, column: 'type', reason });

const takers: Readonly<Record<string, (line: FormLine, state: State) => void>> = {
  begin_group: openGroup,
  begin_repeat: openRows,
  end_group: (line, state) => {
    close(line, 'group', state);
  },
  end_repeat: (line, state) => {
    close(line, 'repeat', state);
  },
  note: takeNote,
};

function take(line: FormLine, state: State) {
  const type = line.plain.get('type');
  if (type === undefined) {
    if (line.plain.size > 0 || line.words.size > 0) refuse(state, line.row, 'This row has no type');
    return;
  }
  const { word } = typeIn(type);
  if (unasked.has(word)) return;
  const taker = Object.hasOwn(takers, word) ? takers[word] : undefined;
  (taker ?? takeQuestion)(line, state);
}

function openGroup(line: FormLine, state: State) {
  if (state.open.length > 0) {
    refuse(state, line.row, 'A group inside another is not taken. Make it a group of its own.');
    state.open.push({ kind: 'refused', row: line.row });
    return;
  }
  state.open.push({ kind: 'group', row: line.row });
  const relevant = line.plain.get('relevant');
  state.relevant = relevant === undefined ? undefined : fromXlsForm(relevant);
  addSection(state, line.row, {
    name: line.plain.get('fairroute_name') ?? line.plain.get('name') ?? '',
    title: wordsIn(line, 'label', state) ?? state.title,
    questions: [],
  });
}

function addSection(state: State, row: number, section: QuestionnaireSection) {
  state.sections.push(section);
  state.placed.set(section.name, row);
  return section;
}

function openRows(line: FormLine, state: State) {
  if (state.open.some(({ kind }) => kind !== 'group')) {
    refuse(state, line.row, 'A repeat inside another is not taken');
    state.open.push({ kind: 'refused', row: line.row });
    return;
  }
  takeQuestion(line, state);
  state.open.push({ kind: 'repeat', row: line.row });
}

function close(line: FormLine, kind: 'group' | 'repeat', state: State) {
  const last = state.open.pop();
  if (last === undefined || (last.kind !== 'refused' && last.kind !== kind))
    refuse(state, line.row, `This ends a ${kind} that was not begun here`);
  if (state.open.length === 0) state.relevant = undefined;
}

/** A note at the head of a group leads into it; anywhere else nothing here could show it. */
function takeNote(line: FormLine, state: State) {
  const section = state.sections.at(-1);
  const leads = state.open.at(-1)?.kind === 'group' && section?.questions.length === 0 && !section.lead;
  if (!section || !leads)
    return void refuse(state, line.row, 'A note is taken as the first row of a group only');
  if (line.plain.has('relevant'))
    return void refuse(state, line.row, 'A note that is shown only sometimes is not taken');
  section.lead = wordsIn(line, 'label', state);
}

function takeQuestion(line: FormLine, state: State) {
  const inRepeat = state.open.some(({ kind }) => kind === 'repeat');
  const question = questionIn(line, { ...state, group: inRepeat ? undefined : state.relevant });
  if (!question) return;
  state.placed.set(question.name, line.row);
  const section = sectionFor(line, state);
  const rows = inRepeat ? section.questions.at(-1) : undefined;
  if (rows) (rows.columns ??= []).push(question);
  else section.questions.push(question);
}

/** The group that is open, or one for what stands in none. */
function sectionFor(line: FormLine, state: State) {
  const last = state.sections.at(-1);
  const inGroup = state.open.some(({ kind }) => kind === 'group');
  const isOurs = last !== undefined && (inGroup || loose.test(last.name) || state.open.length > 0);
  if (isOurs) return last;
  return addSection(state, line.row, {
    name: `part_${state.sections.length + 1}`,
    title: state.title,
    questions: [],
  });
}
const loose = /^part_\d+$/;
