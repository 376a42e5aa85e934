import { conformityNames } from '../../../model.ts';
import type { Assessing, Declared, Entry, Indicator, Kept, Operation, Photo } from '../model.ts';
import { findingText } from '../findings/shown.ts';
import { isAnswer } from '../queue.ts';
import { counts, openConflict, standingOf, type Standing } from '../shown.ts';
import { copies, copyOf, link, part, put, show } from './dom.ts';
import { markPhoto } from './refused-photos.ts';

/** The view of everything: counts, what needs a person, and each indicator as it stands. */
export function drawList(root: HTMLElement, auditId: string, kept: Kept, onlyOpen: boolean) {
  drawCounts(root, kept);
  drawMatters(root, auditId, kept);
  const indicators = kept.bundle?.indicators ?? [];
  const standings = indicators.map((indicator) => ({
    indicator,
    standing: standingOf(kept, indicator.code),
  }));
  const open = standings.filter(({ standing }) => isOpen(standing));
  put(root, 'answered', `${indicators.length - open.length} of ${indicators.length} answered`);
  put(root, 'show-all', `All ${indicators.length}`);
  put(root, 'show-open', `Open ${open.length}`);
  part(root, 'show-all').toggleAttribute('aria-current', !onlyOpen);
  part(root, 'show-open').toggleAttribute('aria-current', onlyOpen);
  const rows = (onlyOpen ? open : standings).map((row) => rowOf(root, row));
  part(root, 'indicators').replaceChildren(...rows);
}

export const isOpen = ({ conformity }: Pick<Standing, 'conformity'>) =>
  conformity === '' || conformity === 'come_back';

const namesOf: Record<string, string> = conformityNames;

/** In words, for a row and for the head of the form. */
export function wordsOf({ state, conformity }: Standing) {
  const found = namesOf[conformity] ?? 'No answer yet';
  switch (state) {
    case 'draft':
      return `Begun, not saved yet: ${found}`;
    case 'waiting':
      return `${found}. Saved on this device, waits to be sent`;
    case 'conflict':
      return `In conflict: ${found} is your answer, and somebody answered too`;
    case 'answered':
    case 'open':
      return found;
  }
}

function rowOf(root: HTMLElement, { indicator, standing }: { indicator: Indicator; standing: Standing }) {
  const row = copyOf(root, 'indicator');
  link(row, 'to', `#${indicator.code}`);
  put(row, 'code', indicator.code);
  put(row, 'text', indicator.text);
  put(row, 'state', wordsOf(standing));
  return row;
}

function drawCounts(root: HTMLElement, kept: Kept) {
  for (const [name, count] of Object.entries(counts(kept))) put(root, `count-${name}`, String(count));
}

function drawMatters(root: HTMLElement, auditId: string, kept: Kept) {
  const conflicts = (kept.bundle?.indicators ?? []).flatMap(({ code }) => {
    const own = kept.entries.filter(isAnswer).filter(({ operation }) => operation.code === code);
    const onServer = kept.bundle?.assessments.find((assessment) => assessment.code === code);
    return openConflict(own, onServer) ?? [];
  });
  const refused = kept.entries.filter(({ outcome }) => outcome.state === 'refused');
  const photos = kept.photos.filter(({ state }) => state === 'refused');
  const rows = [
    ...conflicts.map((entry) => conflictRow(root, auditId, entry)),
    ...refused.map((entry) => refusedRow(root, kept, entry)),
    ...photos.map((photo) => photoRow(root, photo)),
  ];
  show(root, 'matters', rows.length > 0);
  // Left alone while nothing changed: somebody may be selecting the text.
  const list = part(root, 'matter-list');
  if (list.textContent !== rows.map((row) => row.textContent).join('')) list.replaceChildren(...rows);
}

function textIn({ operation }: Entry, declared?: readonly Declared[]) {
  switch (operation.kind) {
    case 'raise':
      return findingText(operation, declared);
    case 'interview':
      return '';
    case 'assess':
      return [namesOf[operation.conformity], operation.note, operation.evidence].filter(Boolean).join('\n');
  }
}

function matter(root: HTMLElement, title: string, words: string, text: string) {
  const row = copyOf(root, 'matter');
  put(row, 'title', title);
  put(row, 'words', words);
  put(row, 'text', text);
  show(row, 'to', false);
  show(row, 'photo', false);
  copies(row, text);
  return row;
}

function conflictRow(root: HTMLElement, auditId: string, entry: Entry<Assessing>) {
  const { code } = entry.operation;
  const words = 'Somebody else answered it while you worked. Both answers are kept; choose between them.';
  const row = matter(root, `${code} is in conflict`, words, textIn(entry));
  link(row, 'to', `/audits/${auditId}/indicators/${code}/resolve`);
  show(row, 'to', true);
  return row;
}

function refusedRow(root: HTMLElement, { bundle }: Kept, entry: Entry) {
  const message = entry.outcome.state === 'refused' ? entry.outcome.message : '';
  return matter(root, `${titleOf(entry.operation)} was not taken`, message, textIn(entry, bundle?.declared));
}

function titleOf(operation: Operation) {
  switch (operation.kind) {
    case 'raise':
      return `A finding on ${operation.code}`;
    case 'interview':
      return `The interview ${operation.pseudonym}`;
    case 'assess':
      return operation.code;
  }
}

function photoRow(root: HTMLElement, photo: Photo) {
  const row = matter(root, `A photo for ${photo.code} was not taken: ${photo.name}`, photo.message, '');
  markPhoto(row, photo);
  return row;
}
