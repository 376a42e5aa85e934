import { sectionsOf } from '../declared.ts';
import type { Kept } from '../model.ts';
import { copyOf, part, put } from './dom.ts';

/** The view of what the recruiter declared, section by section. */
export function drawDeclared(root: HTMLElement, { bundle }: Kept) {
  const sections = sectionsOf(bundle?.declared ?? []);
  put(
    root,
    'declared-said',
    sections.length > 0
      ? 'As it was read in the application that was sent last. Keep it on this device as you would the paper.'
      : 'Nothing was taken along: open this page once with a network.',
  );
  const rows = sections.map(({ section, answers }) => {
    const place = copyOf(root, 'declared-section');
    put(place, 'section', section);
    part(place, 'answers').replaceChildren(
      ...answers.map(({ question, answer }) => {
        const row = copyOf(root, 'declared-answer');
        put(row, 'question', question);
        put(row, 'answer', answer || 'No answer');
        return row;
      }),
    );
    return place;
  });
  // Left alone while nothing changed: somebody may be selecting the text.
  const list = part(root, 'declared');
  if (list.textContent !== rows.map((row) => row.textContent).join('')) list.replaceChildren(...rows);
}
