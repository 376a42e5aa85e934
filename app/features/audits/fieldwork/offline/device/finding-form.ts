import { wordsOf, type FindingProblem } from '../findings/raising.ts';
import { draftOf, emptyFinding, findingsOn, type ShownFinding } from '../findings/shown.ts';
import type { FindingDraft, Kept } from '../model.ts';
import { knownKeys } from '../queue.ts';
import { standingOf } from '../shown.ts';
import type { Store } from '../store.ts';
import { copies, copyOf, link, part, put, show } from './dom.ts';

/** The findings of one indicator, and the form of the one that is being written. What is typed is kept at once. */
export type FindingForm = {
  drawList(kept: Kept, code: string): void;
  draw(kept: Kept, code: string): void;
  typed(): Promise<unknown>;
  /** True where it is saved; else the form says why not. */
  save(): Promise<boolean>;
  drop(): Promise<void>;
};

type Held = { code: string; findingId: string; typing: boolean };
type Place = { root: HTMLElement; store: Store; held: Held };

export function findingFormOf(root: HTMLElement, store: Store): FindingForm {
  const place: Place = { root, store, held: { code: '', findingId: '', typing: false } };
  return {
    drawList: (kept, code) => drawList(place, kept, code),
    draw: (kept, code) => draw(place, kept, code),
    typed() {
      place.held.typing = true;
      return store.keepFinding(place.held.code, fieldsOf(place));
    },
    save: () => save(place),
    drop: () => drop(place),
  };
}

function drawList(place: Place, kept: Kept, code: string) {
  const { root } = place;
  const begun = kept.raising[code];
  link(root, 'raise', `#${code}/finding`);
  put(root, 'raise', begun ? 'Go on with the finding you began' : 'Raise a finding');
  const list = part(root, 'findings');
  const rows = findingsOn(kept, code).map((finding) => rowOf(place, code, finding));
  // Left alone while nothing changed: somebody may be selecting the text.
  const same =
    list.dataset['code'] === code && list.textContent === rows.map((row) => row.textContent).join('');
  list.dataset['code'] = code;
  if (!same) list.replaceChildren(...rows);
}

function rowOf(place: Place, code: string, { title, words, text, findingId }: ShownFinding) {
  const row = copyOf(place.root, 'finding');
  put(row, 'title', title);
  put(row, 'words', words);
  put(row, 'text', text);
  show(row, 'change', findingId !== undefined);
  copies(row, text);
  if (findingId !== undefined)
    part(row, 'change').addEventListener('click', () => void change(place, code, findingId));
  return row;
}

/** Back onto its form; what is being written there already is not thrown away for it. */
async function change({ root, store }: Place, code: string, findingId: string) {
  const kept = await store.read();
  const draft = draftOf(kept.entries, findingId);
  const begun = kept.raising[code];
  if (begun && begun.findingId !== findingId) {
    put(root, 'finding-said', 'Save or drop the finding you began first: then this one can be changed.');
    return;
  }
  if (!begun && draft) await store.keepFinding(code, draft);
  put(root, 'finding-said', '');
  location.hash = `${code}/finding`;
}

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words);

/** The answers that were taken along, behind the first choice, which is none. */
function offerDeclared(field: Element, { bundle }: Kept) {
  if (!(field instanceof HTMLSelectElement)) return;
  const [none] = field.options;
  const offered = (bundle?.declared ?? []).map(
    ({ value, section, question, answer }) =>
      new Option(`${section}: ${short(question)} ${short(answer)}`, value),
  );
  field.replaceChildren(...(none ? [none] : []), ...offered);
}

const indicatorOf = ({ bundle }: Kept, code: string) => bundle?.indicators.find((one) => one.code === code);

function draw({ root, held }: Place, kept: Kept, code: string) {
  const { text = '', defaultGrade } = indicatorOf(kept, code) ?? {};
  put(root, 'finding-about', `Indicator ${code}: ${text}`);
  put(root, 'finding-default', defaultGrade ? `The indicator names ${defaultGrade}.` : '');
  link(root, 'finding-back', `#${code}`);
  const keys = knownKeys(kept) ?? [];
  put(root, 'finding-interviews', keys.length > 0 ? `Interviews you can name: ${keys.join(', ')}.` : '');
  const draft = kept.raising[code];
  if (held.code === code && (held.typing || draft?.findingId === held.findingId)) return;
  offerDeclared(controlOf(root, 'declaration'), kept);
  const { note, evidence } = standingOf(kept, code);
  const shown = draft ?? { ...emptyFinding(crypto.randomUUID()), statement: note, evidence };
  Object.assign(held, { code, findingId: shown.findingId, typing: false });
  fill(root, shown);
  sayProblem(root, undefined);
}

async function save(place: Place) {
  const { root, store, held } = place;
  const kept = await store.read();
  const known = {
    interviews: knownKeys(kept),
    defaultGrade: indicatorOf(kept, held.code)?.defaultGrade,
    declared: (kept.bundle?.declared ?? []).map(({ value }) => value),
  };
  const { problem, words } = wordsOf(fieldsOf(place), known);
  sayProblem(root, problem);
  if (!words) return false;
  const { code, findingId } = held;
  if (!(await store.raise(code, findingId, words, new Date().toISOString()))) {
    sayProblem(root, { field: '', message: sentMeanwhile });
    return false;
  }
  Object.assign(held, { code: '', typing: false });
  put(root, 'finding-said', 'The finding is saved on this device.');
  return true;
}

const sentMeanwhile =
  'This finding went to the server meanwhile, as it was before. Copy your new words: what it says there is changed with a network. Then drop what is written here.';

async function drop({ root, store, held }: Place) {
  const { code, findingId } = held;
  const known = (await store.read()).entries.some(
    ({ operation }) => operation.kind === 'raise' && operation.findingId === findingId,
  );
  const dropped = await store.withdraw(findingId);
  await store.dropFinding(code);
  Object.assign(held, { code: '', typing: false });
  const stays = known && !dropped;
  put(
    root,
    'finding-said',
    stays
      ? 'It went to the server meanwhile, and stands there. It is withdrawn with a network.'
      : 'The finding is dropped.',
  );
}

const texts = [
  'statement',
  'findingEvidence',
  'lawInstrument',
  'lawPlace',
  'harm',
  'gradingReasons',
  'declaration',
] as const;

const choicesOf = (root: HTMLElement, name: string) =>
  [...part(root, 'finding-form').querySelectorAll('input')].filter((input) => input.name === name);

function controlOf(root: HTMLElement, name: string) {
  const found = part(root, 'finding-form').querySelector(`[name="${name}"]`);
  if (
    found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
  )
    return found;
  throw new Error(`The page has no field ${name}.`);
}

function fieldsOf({ root, held }: Place): FindingDraft {
  const chosen = (name: string) => choicesOf(root, name).find(({ checked }) => checked)?.value ?? '';
  return {
    findingId: held.findingId,
    grade: chosen('grade'),
    requirementKind: chosen('requirementKind'),
    statement: controlOf(root, 'statement').value,
    evidence: controlOf(root, 'findingEvidence').value,
    lawInstrument: controlOf(root, 'lawInstrument').value,
    lawPlace: controlOf(root, 'lawPlace').value,
    harm: controlOf(root, 'harm').value,
    gradingReasons: controlOf(root, 'gradingReasons').value,
    declaration: controlOf(root, 'declaration').value,
  };
}

function fill(root: HTMLElement, draft: FindingDraft) {
  for (const name of ['grade', 'requirementKind'] as const)
    for (const choice of choicesOf(root, name)) choice.checked = choice.value === draft[name];
  for (const name of texts)
    controlOf(root, name).value = (name === 'findingEvidence' ? draft.evidence : draft[name]) ?? '';
}

function sayProblem(root: HTMLElement, problem: FindingProblem | undefined) {
  put(root, 'finding-problem', problem?.message ?? '');
  show(root, 'finding-problem', problem !== undefined);
  for (const name of [...texts, 'grade'] as const) {
    const field = controlOf(root, name);
    if (problem?.field === name) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
  if (problem) part(root, 'finding-problem').focus();
}
