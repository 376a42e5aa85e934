import type { Questionnaire } from '#app/questionnaire/definition.ts';

/** What a preview shows: a section of a definition, in the language its address names, else English. */
export function previewOf(questionnaire: Questionnaire, section: string | undefined, url: string) {
  const asked = new URL(url).searchParams.get('language');
  const language = questionnaire.languages.find((each) => each === asked) ?? 'en';
  const isThere = questionnaire.sections.some(({ name }) => name === section);
  return section !== undefined && isThere ? { questionnaire, section, language } : undefined;
}
