import { asking, rowsOf, type Asking } from './asking.ts';
import type {
  Answer,
  Answers,
  Copy,
  CopyLine,
  Question,
  Questionnaire,
  QuestionnaireSection,
} from './definition.ts';
import { isDay } from './fitting.ts';
import { labelOf } from './lists.ts';
import { isEmpty, type Reader } from './rules.ts';
import { dayIn, numberInWords, rowName, say } from './words/said.ts';
import { inLanguage } from './words.ts';

/** The whole questionnaire in words: what reviews and decisions refer to, however questions change later. */
export function copyOf(
  questionnaire: Questionnaire,
  answers: Answers,
  language: string,
  today: string,
): Copy {
  const asked = asking(questionnaire, answers, today);
  return questionnaire.sections.map((section) => ({
    section: section.name,
    title: inLanguage(section.title, language),
    answers: linesOf(section, answers, { asked, language }),
  }));
}

/** One section in words; nothing where there is no such section. */
export function sectionInWords(
  questionnaire: Questionnaire,
  sectionName: string,
  answers: Answers,
  { language, today }: Reader,
): CopyLine[] {
  const section = questionnaire.sections.find(({ name }) => name === sectionName);
  return section ? linesOf(section, answers, { asked: asking(questionnaire, answers, today), language }) : [];
}

type Telling = { asked: Asking; language: string };

const linesOf = (section: QuestionnaireSection, answers: Answers, telling: Telling): CopyLine[] =>
  section.questions
    .filter((question) => telling.asked.asks(question))
    .flatMap((question) => {
      const answer = answers[question.name];
      if (question.type === 'rows' && !isEmpty(answer)) return rowLines(question, answer, telling);
      return [
        { question: inLanguage(question.label, telling.language), answer: told(question, answer, telling) },
      ];
    });

function rowLines(rows: Question, answer: Answer | undefined, { asked, language }: Telling): CopyLine[] {
  return rowsOf(answer).map((row, place) => {
    const own = asked.ofRow(rows, row);
    const cells = (rows.columns ?? [])
      .filter((column) => own.asks(column) && !isEmpty(row[column.name]))
      .map(
        (column) =>
          `${inLanguage(column.label, language)}: ${told(column, row[column.name], { asked: own, language })}`,
      );
    return {
      question: rowName(rows, place, language),
      answer: cells.join('; ') || say(language, 'not_answered'),
    };
  });
}

function told(question: Question, answer: Answer | undefined, telling: Telling): string {
  if (answer === null || answer === undefined || isEmpty(answer))
    return say(telling.language, 'not_answered');
  return answerInWords(telling.asked.questionnaire, question, answer, telling.language);
}

/** An answer as its author would say it. */
export function answerInWords(
  questionnaire: Questionnaire,
  question: Question,
  answer: Answer,
  language: string,
): string {
  if (isEmpty(answer)) return say(language, 'not_answered');
  if (question.type === 'tick') return say(language, answer === true ? 'confirmed' : 'not_answered');
  if (typeof answer === 'boolean') return say(language, answer ? 'yes' : 'no');
  if (typeof answer === 'number') return numberInWords(answer, language);
  const { list } = question;
  const code = (each: string) => (list ? labelOf(questionnaire, list, { code: each, language }) : each);
  if (Array.isArray(answer))
    return question.type === 'rows'
      ? rowLines(question, answer, { asked: unasked(questionnaire), language })
          .map((line) => `${line.question}: ${line.answer}`)
          .join('\n')
      : answer.map((each) => (typeof each === 'string' ? code(each) : '')).join('; ');
  if (question.type === 'yes_no' && (answer === 'yes' || answer === 'no')) return say(language, answer);
  if (question.type === 'day' && isDay(String(answer))) return dayIn(String(answer), language);
  return code(String(answer));
}

/** Where rows are shown by themselves, whatever was written in them is said. */
function unasked(questionnaire: Questionnaire): Asking {
  const all: Asking = { asks: () => true, holds: () => true, ofRow: () => all, questionnaire };
  return all;
}
