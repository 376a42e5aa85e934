import { conditionInWords } from '../conditions.ts';
import type { Question, Questionnaire, QuestionnaireSection } from '../definition.ts';
import { dependsOn } from '../rules.ts';
import { say } from '../words/said.ts';

type Around = { questionnaire: Questionnaire; section: QuestionnaireSection; language: string };
export type QuestionGroup = { onlyIf: string | undefined; members: Question[] };

/** Neighbours under the same condition stand together; what only other sections decide needs no words here. */
export function inGroups(questions: readonly Question[], around: Around): QuestionGroup[] {
  const { questionnaire, section, language } = around;
  const groups: (QuestionGroup & { condition: string | undefined })[] = [];
  for (const question of questions) {
    const condition = dependsOn(questionnaire, question, section.name) ? question.relevant : undefined;
    const last = groups.at(-1);
    if (last && last.condition === condition) last.members.push(question);
    else
      groups.push({ condition, onlyIf: wordsFor(condition, questionnaire, language), members: [question] });
  }
  return groups;
}

function wordsFor(condition: string | undefined, questionnaire: Questionnaire, language: string) {
  if (condition === undefined) return undefined;
  const words = conditionInWords(questionnaire, condition, language);
  return words === undefined
    ? say(language, 'where_it_applies')
    : say(language, 'only_if', { condition: words });
}
