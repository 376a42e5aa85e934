import { ProgressList } from '#app/ui/task-list.tsx';

import { sectionNames, sections, type Section } from '../model.ts';

type Props = { done: readonly Section[]; scans: number };

/** The sections of the own application, with what is still open. */
export function Sections({ done, scans }: Props) {
  const steps = sections.map((section) => ({
    href: `/apply/${section}`,
    label: sectionNames[section],
    state: done.includes(section) ? ('done' as const) : ('open' as const),
  }));
  const scan = {
    href: '/apply/licence-scan',
    label: 'Scan of the licence',
    state: scans > 0 ? ('done' as const) : ('open' as const),
  };
  const left = steps.filter(({ state }) => state === 'open').length + (scans > 0 ? 0 : 1);
  const note = left === 0 ? 'Everything is filled in.' : `${left} of ${steps.length + 1} still open.`;
  return (
    <ProgressList heading="Sections" note={note} steps={[...steps.slice(0, 2), scan, ...steps.slice(2)]} />
  );
}

export const isWhole = ({ done, scans }: Props) =>
  scans > 0 && sections.every((section) => done.includes(section));

/** The first page that is still open. */
export function firstOpen({ done, scans }: Props) {
  const section = sections.find((candidate) => !done.includes(candidate));
  return section ? `/apply/${section}` : scans > 0 ? '/apply/submit' : '/apply/licence-scan';
}
