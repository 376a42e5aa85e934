import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import { sectionInWords } from '#app/questionnaire/copy.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { readSection } from '#app/questionnaire/form.server.ts';
import { completeSections, problemsIn, shownIn } from '#app/questionnaire/rules.ts';

import { submitApplication, withdrawApplication } from '../commands.server.ts';
import type { EngageForm } from '../forms.ts';
import { sections, sectionNames, type Section } from '../model.ts';
import { findOwnApplication } from '../queries.server.ts';
import { gapsOf } from '../review/queries.server.ts';
import { save } from '../rules.ts';
import { engageAuditBody } from '../review-commands.server.ts';
import { standingOf, valuesOf } from './answers.server.ts';
import { saveAnswers } from './commands.server.ts';
import { listScans } from './queries.server.ts';
import { boundTo, questionnaireOf } from './questionnaire.server.ts';

async function findOwnAnswers(scope: Scope<Recruiter>) {
  const application = await findOwnApplication(scope);
  if (!application) return undefined;
  const [standing, bound] = await Promise.all([
    standingOf(scope.db, application.id),
    boundTo(scope.db, application.id),
  ]);
  const questionnaire = await questionnaireOf(scope.db, bound);
  return { application, questionnaire, standing, answers: valuesOf(standing), today: dayOf(scope.now) };
}

const definitionOf = (questionnaire: Questionnaire, section: Section) => {
  const definition = questionnaire.sections.find(({ name }) => name === section);
  if (!definition) throw new Error(`${questionnaire.id} has no section ${section}`);
  return definition;
};

/** One section of the own application as its page shows it, with the progress of all; undefined where there is none. */
export async function findSection(scope: Scope<Recruiter>, section: Section) {
  const own = await findOwnAnswers(scope);
  if (!own) return undefined;
  const { application, questionnaire, standing, answers, today } = own;
  const { questions } = definitionOf(questionnaire, section);
  const [documents, gaps] = await Promise.all([
    listScans(scope.db, application.id),
    gapsOf(scope.db, application.id),
  ]);
  const saved = questions.flatMap(({ name }) => {
    const answer = standing[name];
    return answer ? [{ name, ...answer }] : [];
  });
  return {
    section,
    questionnaire,
    answers,
    open: save(application).ok,
    shown: shownIn(questionnaire, section, answers, today),
    done: completeSections(questionnaire, answers, today),
    scans: documents.length,
    gap: gaps.find((gap) => gap.section === section)?.note,
    seen: Object.fromEntries(saved.map(({ name, revision }) => [name, revision])),
    authors: Object.fromEntries(
      saved.map(({ name, savedBy, savedAt }) => [name, `${savedBy}, ${dayInWords(dayOf(savedAt))}`]),
    ),
    reading: sectionInWords(questionnaire, section, answers, { language: 'en', today }),
  };
}

/** Everything the overview and the last page before sending show. */
export async function findOwnContents(scope: Scope<Recruiter>) {
  const own = await findOwnAnswers(scope);
  if (!own) return undefined;
  const { application, questionnaire, answers, today } = own;
  const documents = await listScans(scope.db, application.id);
  return {
    application,
    open: save(application).ok,
    done: completeSections(questionnaire, answers, today),
    documents,
  };
}

/**
 * Reads one section's form and saves what can be read of it. `problems`: what keeps the section from being complete;
 * `outcome` is undefined where a button only added or removed a row, and nothing was saved.
 */
export async function saveOwnSection(scope: Scope<Recruiter>, section: Section, request: Request) {
  const own = await findOwnAnswers(scope);
  if (!own) return undefined;
  const { application, questionnaire, answers, today } = own;
  const definition = definitionOf(questionnaire, section);
  const form = await readSection(request, { questionnaire, section: definition, answers, today });
  if (form.intent) return { ...form, outcome: undefined };
  const outcome = await saveAnswers(scope, application.id, form);
  return { ...form, outcome };
}

/** The own application as it would be sent. */
export async function findOwnCheck(scope: Scope<Recruiter>) {
  const own = await findOwnAnswers(scope);
  if (!own) return undefined;
  const { application, questionnaire, answers, today } = own;
  const documents = await listScans(scope.db, application.id);
  return {
    open: save(application).ok,
    sections: sections.map((section) => ({
      section,
      title: sectionNames[section],
      answers: sectionInWords(questionnaire, section, answers, { language: 'en', today }),
      left: problemsIn(questionnaire, section, answers, { language: 'en', today }).map(
        ({ message }) => message,
      ),
    })),
    scans: documents.map(({ filename }) => filename),
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
