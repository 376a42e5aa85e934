import { conformities } from '../../../model.ts';
import { keepEach } from '../full.ts';
import type { Answer, Kept, Photo } from '../model.ts';
import { photoProblem } from '../photo-problem.ts';
import { isSame, knownKeys, problemWith } from '../queue.ts';
import { standingOf } from '../shown.ts';
import type { Store } from '../store.ts';
import { control, copyOf, link, part, put, show } from './dom.ts';
import { wordsOf } from './list.ts';

/** The view of one indicator. What is typed is kept at once, so that a killed tab loses nothing; saving queues it. */
export type Form = {
  /** Fills the view; `code` is whose turn it is. What a person is typing is left alone. */
  draw(kept: Kept, code: string): void;
  typed(): Promise<unknown>;
  /** What was saved, or nothing where the form says what is missing. */
  save(): Promise<boolean>;
  addPhotos(): Promise<void>;
};

/** Whose answer the fields hold, the revision it was written over, and whether somebody is typing. */
type Held = { code: string; base: number; typing: boolean };
type Place = { root: HTMLElement; auditId: string; store: Store; held: Held };

export function formOf(root: HTMLElement, auditId: string, store: Store): Form {
  const place: Place = { root, auditId, store, held: { code: '', base: 0, typing: false } };
  return {
    draw: (kept, code) => draw(place, kept, code),
    typed() {
      place.held.typing = true;
      const { code, base } = place.held;
      return store.keepDraft(code, { ...fieldsOf(root), base });
    },
    save: () => save(place),
    addPhotos: () => addPhotos(place),
  };
}

function draw({ root, auditId, held }: Place, kept: Kept, code: string) {
  const standing = standingOf(kept, code);
  drawHead(root, kept, code);
  drawConflict(root, auditId, kept, code);
  drawPhotos(
    root,
    kept.photos.filter((photo) => photo.code === code),
  );
  const sameFields = held.code === code && (held.typing || standing.state === 'draft');
  if (standing.state === 'draft' || !sameFields) held.base = standing.base;
  if (sameFields) return;
  Object.assign(held, { code, typing: false });
  fill(root, standing);
  sayProblem(root, undefined);
}

async function save({ root, store, held }: Place) {
  const { code, base } = held;
  const fields = fieldsOf(root);
  const kept = await store.read();
  const problem = problemWith(fields, knownKeys(kept));
  sayProblem(root, problem);
  const conformity = conformities.find((one) => one === fields.conformity);
  if (problem || !conformity) return false;
  const answer: Answer = { conformity, note: fields.note.trim(), evidence: fields.evidence.trim() };
  const onServer = kept.bundle?.assessments.find((assessment) => assessment.code === code);
  const waits = kept.entries.some(
    ({ operation, outcome }) => operation.code === code && outcome.state === 'waiting',
  );
  if (!waits && isSame(answer, onServer)) await store.dropDraft(code);
  else await store.save(code, answer, kept.drafts[code]?.base ?? base, new Date().toISOString());
  held.typing = false;
  return true;
}

async function addPhotos({ root, store, held }: Place) {
  const input = control(root, 'photos');
  if (!(input instanceof HTMLInputElement)) return;
  const { code } = held;
  const said = await keepEach([...(input.files ?? [])], {
    add: (file) => store.addPhoto(code, file),
    problemOf: photoProblem,
  });
  put(root, 'photo-said', said.join(' '));
  input.value = '';
}

function fieldsOf(root: HTMLElement) {
  const chosen = root.querySelector<HTMLInputElement>('input[name="conformity"]:checked');
  return {
    conformity: chosen?.value ?? '',
    note: control(root, 'note').value,
    evidence: control(root, 'evidence').value,
  };
}

function fill(root: HTMLElement, answer: { conformity: string; note: string; evidence: string }) {
  for (const choice of root.querySelectorAll<HTMLInputElement>('input[name="conformity"]')) {
    choice.checked = choice.value === answer.conformity;
  }
  control(root, 'note').value = answer.note;
  control(root, 'evidence').value = answer.evidence;
}

function sayProblem(root: HTMLElement, problem: ReturnType<typeof problemWith>) {
  put(root, 'problem', problem?.message ?? '');
  show(root, 'problem', problem !== undefined);
  for (const name of ['conformity', 'note', 'evidence']) {
    if (problem?.field === name) control(root, name).setAttribute('aria-invalid', 'true');
    else control(root, name).removeAttribute('aria-invalid');
  }
  if (problem) part(root, 'problem').focus();
}

function drawHead(root: HTMLElement, kept: Kept, code: string) {
  const indicator = kept.bundle?.indicators.find((one) => one.code === code);
  const { principle = '', criterion = '', text = '', hint = '' } = indicator ?? {};
  put(root, 'eyebrow', [principle, criterion, `Indicator ${code}`].filter(Boolean).join(' · '));
  put(root, 'indicator-title', text);
  put(root, 'hint', hint);
  put(root, 'standing', wordsOf(standingOf(kept, code)));
  const keys = knownKeys(kept) ?? [];
  put(root, 'interviews', keys.length > 0 ? `Interviews you can name: ${keys.join(', ')}.` : '');
}

function drawConflict(root: HTMLElement, auditId: string, kept: Kept, code: string) {
  const standing = standingOf(kept, code);
  const inConflict = standing.state === 'conflict';
  show(root, 'conflict', inConflict);
  show(root, 'form', !inConflict);
  if (!inConflict) return;
  const theirs = kept.entries.findLast(
    ({ operation, outcome }) => operation.code === code && outcome.state === 'conflict',
  )?.outcome;
  put(root, 'mine', inWords(standing));
  put(root, 'theirs', theirs?.state === 'conflict' ? inWords(theirs.theirs) : '');
  link(root, 'resolve', `/audits/${auditId}/indicators/${code}/resolve`);
}

const inWords = ({ conformity, note, evidence }: { conformity: string; note: string; evidence: string }) =>
  [conformity.replaceAll('_', ' '), note, evidence].filter(Boolean).join('\n');

const photoStates: Record<Photo['state'], string> = {
  waiting: 'waits to be sent',
  sent: 'sent',
  refused: 'was not taken',
};

function drawPhotos(root: HTMLElement, photos: Photo[]) {
  const rows = photos.map(({ name, size, state, message }) => {
    const row = copyOf(root, 'photo');
    const late = state === 'sent' && message ? `. ${message}` : '';
    row.textContent = `${name}, ${(size / 1_048_576).toFixed(1)} MB, ${photoStates[state]}${late}`;
    return row;
  });
  part(root, 'photos').replaceChildren(...rows);
}
