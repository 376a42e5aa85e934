/** The questionnaires that map a supply chain, by the role they ask. */
export const questionnaireNames = {
  mapping_brand: 'Brand',
  mapping_site: 'Work site',
  mapping_recruiter: 'Labour recruiter',
  mapping_sub_agent: 'Sub-agent',
  mapping_worker: 'Worker',
} as const;
export type QuestionnaireName = keyof typeof questionnaireNames;
export const isQuestionnaireName = (name: string): name is QuestionnaireName =>
  Object.hasOwn(questionnaireNames, name);
export const allQuestionnaireNames = Object.keys(questionnaireNames).filter(isQuestionnaireName);

/** The next version while it is written. `revision` grows with each change. */
export type Draft<Definition> = {
  id: string;
  name: string;
  baseVersion: number;
  revision: number;
  publishedVersionId: string | null;
  definition: Definition;
};
