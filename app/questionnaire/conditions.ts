import type { Expression, FunctionName, Operator } from '#app/expression/expression.ts';
import { parseExpression } from '#app/expression/parse.ts';

import type { Question, Questionnaire } from './definition.ts';
import { answerInWords } from './copy.ts';
import { entriesOf } from './entries.ts';
import { inLanguage } from './words.ts';

type Speech = { questionnaire: Questionnaire; language: string };

/** A condition as people say it: "“Do you work with sub-agents?” is “Yes”". Undefined where words would only confuse. */
export function conditionInWords(questionnaire: Questionnaire, condition: string, language: string) {
  const parsed = parseExpression(condition);
  return parsed.ok ? said(parsed.expression, { questionnaire, language }) : undefined;
}

function said(expression: Expression, speech: Speech): string | undefined {
  switch (expression.kind) {
    case 'operation':
      return operationSaid(expression.operator, [expression.left, expression.right], speech);
    case 'call':
      return callSaid(expression.call, expression.of, speech);
    case 'name':
      return joined([nameSaid(expression, speech)], ([name]) => `${name} is answered`);
    case 'number':
    case 'text':
    case 'self':
    case 'minus':
      return undefined;
  }
}

const comparisons: Partial<Record<Operator, string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

function operationSaid(operator: Operator, [left, right]: [Expression, Expression], speech: Speech) {
  if (operator === 'and' || operator === 'or')
    return joined([said(left, speech), said(right, speech)], ([one, other]) => `${one} ${operator} ${other}`);
  const comparison = comparisons[operator];
  if (comparison === undefined) return undefined;
  if (right.kind === 'text' && right.text === '' && (operator === '=' || operator === '!='))
    return joined(
      [nameSaid(left, speech)],
      ([name]) => `${name} is ${operator === '=' ? 'not ' : ''}answered`,
    );
  return joined(
    [nameSaid(left, speech), valueSaid(right, questionOf(left, speech), speech)],
    ([name, value]) => `${name} ${comparison} ${value}`,
  );
}

function callSaid(call: FunctionName, of: Expression[], speech: Speech): string | undefined {
  const [first, second] = of;
  if (call === 'selected' && first && second)
    return joined(
      [nameSaid(first, speech), valueSaid(second, questionOf(first, speech), speech)],
      ([name, value]) => `${name} includes ${value}`,
    );
  if (call === 'not' && first?.kind === 'call' && first.call === 'selected')
    return said(first, speech)?.replace(' includes ', ' does not include ');
  return undefined;
}

/** What the left side of a comparison is called. */
function nameSaid(expression: Expression, speech: Speech): string | undefined {
  if (expression.kind === 'call' && expression.call === 'count')
    return joined(
      [expression.of[0] && nameSaid(expression.of[0], speech)],
      ([name]) => `the number of rows in ${name}`,
    );
  const question = questionOf(expression, speech);
  return question && `“${inLanguage(question.label, speech.language)}”`;
}

function valueSaid(expression: Expression, question: Question | undefined, speech: Speech) {
  if (expression.kind === 'number') return Number(expression.digits).toLocaleString('en-GB');
  if (expression.kind === 'call' && expression.call === 'today') return 'today';
  if (expression.kind === 'call' && expression.call === 'true') return 'ticked';
  if (expression.kind !== 'text') return nameSaid(expression, speech);
  const { questionnaire, language } = speech;
  return `“${question ? answerInWords(questionnaire, question, expression.text, language) : expression.text}”`;
}

const questionOf = (expression: Expression, { questionnaire }: Speech) =>
  expression.kind === 'name' ? entriesOf(questionnaire).get(expression.name)?.question : undefined;

/** A sentence of parts, if every part could be said. */
function joined(parts: (string | undefined)[], sentence: (said: string[]) => string) {
  const all = parts.filter((part) => part !== undefined);
  return all.length === parts.length ? sentence(all) : undefined;
}
