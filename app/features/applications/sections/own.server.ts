import { refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { saveSection, submitApplication, withdrawApplication } from '../commands.server.ts';
import type { EngageForm } from '../forms.ts';
import { sections, sectionNames, type Section } from '../model.ts';
import { findOwnApplication } from '../queries.server.ts';
import { save } from '../rules.ts';
import { engageAuditBody } from '../review-commands.server.ts';
import { answersOf } from './answers.server.ts';
import { readSection } from './copy.ts';
import { listScans, listSections } from './queries.server.ts';

/** One section of the own application as its page shows it, with the progress of all; undefined where there is none. */
export async function findSection(scope: Scope<Recruiter>, section: Section) {
  const application = await findOwnApplication(scope);
  if (!application) return undefined;
  const [saved, answers] = await Promise.all([
    listSections(scope.db, application.id),
    answersOf(scope.db, application.id),
  ]);
  const own = saved.find((candidate) => candidate.section === section);
  return {
    section,
    open: save(application).ok,
    answers: own?.answers,
    revision: own?.revision ?? 0,
    saved: own && { at: own.savedAt.toISOString(), by: own.savedBy, reading: readSection(section, answers) },
    corridors:
      answers.corridors?.corridors.map(({ origin, destination }) => `${origin}-${destination}`) ?? [],
    done: saved.map((candidate) => candidate.section),
  };
}

/** Everything the overview and the last page before sending show. */
export async function findOwnContents(scope: Scope<Recruiter>) {
  const application = await findOwnApplication(scope);
  if (!application) return undefined;
  const [saved, documents] = await Promise.all([
    listSections(scope.db, application.id),
    listScans(scope.db, application.id),
  ]);
  return { application, open: save(application).ok, saved, documents };
}

type Form = { revision: number } & Record<string, unknown>;

/** Saves one section of the own application. */
export async function saveOwnSection(
  scope: Scope<Recruiter>,
  section: Section,
  { revision, ...answers }: Form,
) {
  const application = await findOwnApplication(scope);
  return application
    ? saveSection(scope, application.id, { section, answers, revision })
    : refuse('not_found');
}

/** Sections with their names, for progress lists. */
const namedSections = sections.map((section) => ({ section, name: sectionNames[section] }));

/** The own application as it would be sent. */
export async function findOwnCheck(scope: Scope<Recruiter>) {
  const own = await findOwnContents(scope);
  if (!own) return undefined;
  const answers = await answersOf(scope.db, own.application.id);
  return {
    open: own.open,
    sections: namedSections.map(({ section, name }) => ({
      section,
      title: name,
      answers: readSection(section, answers),
    })),
    scans: own.documents.map(({ filename }) => filename),
  };
}

/** The own application, when there is one: what each of these does is a command of its own. */
const onOwn =
  <R>(command: (scope: Scope<Recruiter>, id: string) => Promise<R>) =>
  async (scope: Scope<Recruiter>) => {
    const application = await findOwnApplication(scope);
    return application ? command(scope, application.id) : refuse('not_found');
  };

export const submitOwnApplication = onOwn(submitApplication);
export const withdrawOwnApplication = onOwn(withdrawApplication);

export async function engageOwnAuditBody(scope: Scope<Recruiter>, form: EngageForm) {
  return onOwn((own, id) => engageAuditBody(own, id, form))(scope);
}
