import { ProgressList } from '#app/ui/task-list.tsx';

import { sectionNames, sections, type Section } from '../model.ts';

type Props = { done: readonly string[]; scans: number };

/** Pages of an application in their order: its sections, and the scans after the licences. */
const pages = sections.flatMap((section) => [
  { href: `/apply/${section}`, label: sectionNames[section], section },
  ...(section === 'licences'
    ? [{ href: '/apply/licence-scan', label: 'Scan of the licence', section: undefined }]
    : []),
]);

/** Where one goes on after a section is saved. */
export function pageAfter(section: Section) {
  const place = pages.findIndex((page) => page.section === section);
  return pages[place + 1]?.href ?? '/apply/submit';
}

const isDone = (section: Section | undefined, { done, scans }: Props) =>
  section === undefined ? scans > 0 : done.includes(section);

/** The progress list of an application; `current` is the page it stands beside. */
export function Progress({
  current,
  heading,
  note,
  ...props
}: Props & { current?: string; heading: string; note: string }) {
  const steps = pages.map(({ href, label, section }) => ({
    href,
    label,
    state:
      href === current
        ? ('current' as const)
        : isDone(section, props)
          ? ('done' as const)
          : ('open' as const),
  }));
  return <ProgressList heading={heading} note={note} steps={steps} />;
}

/** The sections of the own application, with what is still open. */
export function Sections(props: Props) {
  const left = pages.filter(({ section }) => !isDone(section, props)).length;
  const note = left === 0 ? 'Everything is filled in.' : `${left} of ${pages.length} still open.`;
  return <Progress {...props} heading="Sections" note={note} />;
}

export const isWhole = (props: Props) => pages.every(({ section }) => isDone(section, props));

/** The first page that is still open. */
export const firstOpen = (props: Props) =>
  pages.find(({ section }) => !isDone(section, props))?.href ?? '/apply/submit';
