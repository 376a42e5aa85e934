import type { TableSheet } from '#app/platform/tables/table.ts';

import { faultsFound } from '../checking/faults.ts';
import type { Questionnaire, Words } from '../definition.ts';
import { questionnaireShape } from '../shape.ts';
import { listsIn } from './choices.ts';
import { languageIn, linesOf, wordsIn, type FormSheet, type Note } from './heads.ts';
import type { FormProblem, SheetName } from './layout.ts';
import { sectionsIn, type Placed } from './survey.ts';

type Read = { ok: true; questionnaire: Questionnaire } | { ok: false; problems: FormProblem[] };

/** The sheets of an XLSForm as a definition. */
export function formIn(tables: TableSheet[]): Read {
  const problems: FormProblem[] = [];
  const note: Note = (problem) => void problems.push(problem);
  const found = (name: SheetName) => tables.find((sheet) => sheet.name.trim().toLowerCase() === name);
  const settingsTable = found('settings');
  const settings = settingsTable && linesOf(settingsTable, 'en');
  const said = settings?.lines[0]?.plain.get('default_language');
  const language = (said === undefined ? 'en' : languageIn(said)) ?? 'en';
  const surveyTable = found('survey');
  if (!surveyTable) return { ok: false, problems: [{ sheet: 'survey', reason: 'There is no sheet survey' }] };
  const survey = linesOf(surveyTable, language);
  const choicesTable = found('choices');
  const choices = choicesTable && linesOf(choicesTable, language);
  const sheets = [survey, choices, settings].filter((sheet) => sheet !== undefined);
  problems.push(...sheets.flatMap((sheet) => sheet.problems));

  const facts = factsIn(settings, note);
  const { sections, placed } = sectionsIn(survey, facts.title, note);
  const questionnaire: Questionnaire = {
    ...facts,
    languages: [...new Set(['en', ...facts.languages, ...sheets.flatMap((sheet) => sheet.languages)])],
    lists: withoutYesNo(choices ? listsIn(choices, note) : [], { sections, survey }),
    sections,
  };
  return problems.length > 0 ? { ok: false, problems } : checked(questionnaire, placed);
}

function factsIn(settings: FormSheet | undefined, note: Note) {
  const line = settings?.lines[0];
  const sheet = settings?.name ?? 'settings';
  const id = line?.plain.get('form_id') ?? 'form';
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '_')
    .replace(/^[^a-z]+/, '');
  const version = Number(line?.plain.get('version') ?? 1);
  const own = Number.isSafeInteger(version) && version > 0 ? version : 1;
  const title: Words = (line && wordsIn(line, 'form_title', { sheet, note })) ?? { en: id };
  const languages = (line?.plain.get('fairroute_languages') ?? '').split(' ').filter(Boolean);
  return { id: `${name}-${own}`, name, version: own, title, languages };
}

type Around = Pick<Questionnaire, 'sections'> & { survey: FormSheet };

/** The list of yes and no is there for other tools alone. */
function withoutYesNo(lists: Questionnaire['lists'], { sections, survey }: Around) {
  const chosen = new Set(
    sections.flatMap(({ questions }) =>
      questions.flatMap(({ list, columns = [] }) => [list, ...columns.map((column) => column.list)]),
    ),
  );
  const yesNo = new Set(
    survey.lines.flatMap(({ plain }) =>
      plain.get('fairroute_type') === 'yes_no' ? [plain.get('type')?.split(/\s+/).at(-1)] : [],
    ),
  );
  return lists.filter(({ name }) => chosen.has(name) || !yesNo.has(name));
}

/** Everything a definition must be: each fault at its row. */
function checked(questionnaire: Questionnaire, placed: Placed): Read {
  const faults = faultsFound(questionnaire).map(({ of, part, message }): FormProblem => {
    const row = of === undefined ? undefined : placed.get(of);
    return {
      sheet: row === undefined && of !== undefined ? 'choices' : 'survey',
      row,
      column: part,
      reason: message,
    };
  });
  if (faults.length > 0) return { ok: false, problems: faults };
  const shaped = questionnaireShape.safeParse(questionnaire);
  if (shaped.success) return { ok: true, questionnaire: shaped.data };
  const problems = shaped.error.issues.map(({ path, message }) =>
    placeOf(questionnaire, path, { message, placed }),
  );
  return { ok: false, problems };
}

/** The row of what an issue of the shape speaks of, as far down as it has a name. */
function placeOf(
  questionnaire: Questionnaire,
  path: readonly PropertyKey[],
  { message, placed }: { message: string; placed: Placed },
): FormProblem {
  let here: unknown = questionnaire;
  let name: string | undefined;
  for (const step of path) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
    if (typeof here === 'object' && here !== null && 'name' in here && typeof here.name === 'string')
      name = here.name;
  }
  const column = path.findLast((step) => typeof step === 'string');
  const sheet = path[0] === 'lists' ? 'choices' : path[0] === 'sections' ? 'survey' : 'settings';
  const said = name === undefined || sheet === 'survey' ? message : `${name}: ${message}`;
  return {
    sheet,
    row: name === undefined ? undefined : placed.get(name),
    column: typeof column === 'string' ? column : undefined,
    reason: said,
  };
}
