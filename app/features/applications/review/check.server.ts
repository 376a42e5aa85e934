import type { Officer, Scope } from '#app/platform/scope.ts';

import { sections, sectionNames, type Section } from '../model.ts';
import { findApplication } from '../queries.server.ts';
import { findCopy } from '../sections/queries.server.ts';
import { latestVersion, listChecklist, mayOpen } from './queries.server.ts';

export const sectionNamed = (name: string | undefined): Section | undefined =>
  sections.find((section) => section === name);

/** The section to look at after this one; after the last, the application. */
export function nextAfter(id: string, section: Section) {
  const next = sections[sections.indexOf(section) + 1];
  return next ? `/scheme/applications/${id}/checklist/${next}` : `/scheme/applications/${id}`;
}

/** One section as it was sent, with what was found in it; its answers stay closed to who did not declare. */
export async function findCheck(scope: Scope<Officer>, id: string, section: Section) {
  const application = await findApplication(scope, id);
  if (!application) return undefined;
  const open = await mayOpen(scope, application.id);
  const [copy, checklist, version] = await Promise.all([
    open ? findCopy(scope.db, application.id) : undefined,
    open ? listChecklist(scope.db, application.id) : [],
    latestVersion(scope.db, application.id),
  ]);
  const { recruiter, reference, state } = application;
  return {
    application: { id: application.id, recruiter, reference, state },
    section,
    name: sectionNames[section],
    place: `Section ${sections.indexOf(section) + 1} of ${sections.length}`,
    open,
    version: version ?? 0,
    answers: copy?.sections.find((candidate) => candidate.section === section)?.answers ?? [],
    line: checklist.find((candidate) => candidate.section === section),
  };
}
