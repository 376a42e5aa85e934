import { problemOf, sealedOf, type InterviewProblem, type Said } from '../interviews/sealing.ts';
import { sealedOnes } from '../interviews/shown.ts';
import type { Kept } from '../model.ts';
import { knownKeys } from '../queue.ts';
import type { Store } from '../store.ts';
import { copyOf, part, put, show } from './dom.ts';

/** The form of an interview. What is typed is kept nowhere: it is sealed, or it is gone with the page. */
export type InterviewForm = {
  drawList(kept: Kept): void;
  /** True where it is sealed; else the form says why not. */
  save(): Promise<boolean>;
  drop(): void;
  /** Whether something stands here that would be gone with the page. */
  holds(): boolean;
};

type Place = { root: HTMLElement; form: HTMLFormElement; auditId: string; store: Store };

export function interviewFormOf(root: HTMLElement, auditId: string, store: Store): InterviewForm {
  const form = part(root, 'interview-form');
  if (!(form instanceof HTMLFormElement)) throw new Error('The page has no form for interviews.');
  const place: Place = { root, form, auditId, store };
  return {
    drawList: (kept) => drawList(root, kept),
    save: () => save(place),
    drop: () => clear(place),
    holds: () => Object.values(saidIn(form)).some((said) => said !== ''),
  };
}

function drawList(root: HTMLElement, { bundle, entries }: Kept) {
  const sample = (bundle?.sample ?? []).map(({ term, value }) => {
    const row = copyOf(root, 'sampled');
    put(row, 'term', term);
    put(row, 'value', value);
    return row;
  });
  part(root, 'sample').replaceChildren(...sample);
  const rows = sealedOnes(entries).map(({ pseudonym, day, words }) => {
    const row = copyOf(root, 'sealed-one');
    row.textContent = `${pseudonym}, ${day}. ${words}.`;
    return row;
  });
  part(root, 'sealed').replaceChildren(...rows);
}

async function save({ root, form, auditId, store }: Place) {
  const said = saidIn(form);
  const kept = await store.read();
  const lock = kept.bundle?.lock;
  const problem = lock ? problemOf(said) : unopened;
  sayProblem(root, problem);
  if (problem || !lock) return false;
  const known = knownKeys(kept) ?? [];
  const interview = await sealedOf(said, { auditId, lock, known });
  if (!interview || !(await store.seal(interview, new Date().toISOString()))) {
    sayProblem(root, noKey);
    return false;
  }
  clear({ root, form });
  put(
    root,
    'interview-said',
    `Sealed as ${interview.pseudonym}. Name the worker by this key in answers and findings.`,
  );
  return true;
}

const unopened: InterviewProblem = {
  field: 'origin',
  message:
    'This device has nothing to seal with yet: open this page once with a network. What you wrote is kept nowhere until then',
};
const noKey: InterviewProblem = { field: 'origin', message: 'No key was free just now. Seal it once more' };

const names = [
  ...(['origin', 'destination', 'sector', 'stage', 'sex', 'reached'] as const),
  ...(['employer', 'subAgent', 'outcome', 'notes', 'name', 'phone'] as const),
] satisfies (keyof Said)[];

function saidIn(form: HTMLFormElement): Said {
  const fields = new FormData(form);
  const of = (name: keyof Said) => {
    const said = fields.get(name);
    return typeof said === 'string' ? said : '';
  };
  return {
    ...{ origin: of('origin'), destination: of('destination'), sector: of('sector'), stage: of('stage') },
    ...{ sex: of('sex'), reached: of('reached'), outcome: of('outcome') },
    ...{ employer: of('employer'), subAgent: of('subAgent') },
    ...{ notes: of('notes'), name: of('name'), phone: of('phone') },
  };
}

/** Nothing of it stays on the screen for whoever holds the device next. */
function clear({ root, form }: Pick<Place, 'root' | 'form'>) {
  form.reset();
  put(root, 'interview-said', '');
  sayProblem(root, undefined);
}

function sayProblem(root: HTMLElement, problem: InterviewProblem | undefined) {
  put(root, 'interview-problem', problem?.message ?? '');
  show(root, 'interview-problem', problem !== undefined);
  for (const name of names)
    for (const field of part(root, 'interview-form').querySelectorAll(`[name="${name}"]`)) {
      if (problem?.field === name) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
  if (problem) part(root, 'interview-problem').focus();
}
